import { getMDXComponent } from 'mdx-bundler/client'
import type { ComponentType } from 'react'
import { Callout, Kbd, Mark, Sidenote, Steps, Table } from './marks'
import { RetryAmplification } from './retry-amplification'

/** What MDX may use, by the name it uses. */
const components = {
  Mark,
  Sidenote,
  Kbd,
  Callout,
  Steps,
  RetryAmplification,
  table: Table,
  Figure: () => null,
  Claim: () => null,
  Term: ({ children }: { children: React.ReactNode }) => <dfn>{children}</dfn>,
  Tabs: ({ children }: { children: React.ReactNode }) => children,
  Tab: ({ children }: { children: React.ReactNode }) => children,
  BuildFigures: () => null,
}

/** A compiled body. Its functions are made once and kept: a page prints its body more than once while Next works. */
const made = new Map<string, ComponentType<{ components: object }>>()

export function Body({ code }: { code: string }) {
  const Content = made.get(code) ?? getMDXComponent(code)
  made.set(code, Content)
  return (
    <div className="prose">
      <Content components={components} />
    </div>
  )
}
