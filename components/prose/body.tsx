import { getMDXComponent } from 'mdx-bundler/client'
import type { ReactNode } from 'react'
import { Callout, Kbd, Mark, Sidenote, Steps, Table } from './marks'
import { RequestLifecycle } from './request-lifecycle'
import { RetryAmplification } from './retry-amplification'

/** What MDX may use, by the name it uses. */
const components = {
  Mark,
  Sidenote,
  Kbd,
  Callout,
  Steps,
  RequestLifecycle: ({ scenario }: { scenario: string }) => <RequestLifecycle scenario={scenario} />,
  RetryAmplification,
  table: Table,
  Figure: () => null,
  Claim: () => null,
  Term: ({ children }: { children: ReactNode }) => <dfn>{children}</dfn>,
  Tabs: ({ children }: { children: ReactNode }) => children,
  Tab: ({ children }: { children: ReactNode }) => children,
  BuildFigures: () => null,
}

/** A compiled body, run on the server only: a function that gives elements, not a component with a state to lose. */
export function Body({ code }: { code: string }) {
  return <div className="prose">{getMDXComponent(code)({ components })}</div>
}
