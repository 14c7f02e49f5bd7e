import type { ReactNode } from 'react'
import type { MdxComponentName } from '@/lib/content/mdx-components'
import type { Written } from './body'
import { ErdExplorer } from './erd-explorer'
import { BrokerQueue } from './broker-queue'
import { BuildFigures } from './build-figures'
import { ClaimInText } from './claim-in-text'
import { FigureInText } from './figure-in-text'
import { FootnoteLink, Heading } from './headings'
import type { Placed, Places } from './places'
import { PictureInText } from './picture-in-text'
import { RequestLifecycle } from './request-lifecycle'
import { RetryAmplification } from './retry-amplification'
import { Tab, Tabs } from './tabs'
import { TermInText } from './term-in-text'
import { Callout, HeadCell, Kbd, Mark, Sidenote, Steps, Table } from './text-parts'

type Id = { id: string }
type Image = { src: string; alt: string; title?: string }
type Children = { children: ReactNode }
type Part = (props: never) => ReactNode

const placed = <P extends Part>(as: Placed['placed'], part: P): P & Placed => Object.assign(part, { placed: as })

/** What MDX may use, by the name it uses: the names are those that the check knows, neither more nor fewer. */
export function partsFor(of: Written, places: Places) {
  const own = {
    Mark,
    Sidenote,
    Kbd,
    Callout,
    Steps,
    RetryAmplification,
    RequestLifecycle: ({ scenario }: { scenario: string }) => <RequestLifecycle scenario={scenario} />,
    ErdExplorer: placed('explorer', (props: Record<string, unknown>) => (
      <ErdExplorer of={of.slug} wanted={props} number={places.explorer(props)} />
    )),
    BrokerQueue: ({ scenario }: { scenario: string }) => <BrokerQueue scenario={scenario} />,
    BuildFigures,
    Tab,
    Tabs: placed('tabs', (props: Children) => <Tabs name={`${of.slug}-tabs-${places.tabs(props)}`}>{props.children}</Tabs>),
    Term: placed('term', (props: Id & Children) => (
      <TermInText page={of.slug} slug={props.id} first={places.isFirst(props)}>
        {props.children}
      </TermInText>
    )),
    Figure: placed('figure', ({ id }: Id) => <FigureInText of={of} id={id} number={places.figure(id)} />),
    Claim: ({ id }: Id) => <ClaimInText of={of} id={id} />,
  } satisfies Record<MdxComponentName, Part>
  return {
    ...own,
    table: Table,
    th: HeadCell,
    img: placed('figure', ({ src, alt, title }: Image) => (
      <PictureInText of={of} src={src} alt={alt} {...(title ? { title } : {})} number={places.figure(src)} />
    )),
    a: FootnoteLink,
    h2: (props: React.ComponentProps<'h2'>) => <Heading as="h2" {...props} />,
    h3: (props: React.ComponentProps<'h3'>) => <Heading as="h3" {...props} />,
    h4: (props: React.ComponentProps<'h4'>) => <Heading as="h4" {...props} />,
  }
}
