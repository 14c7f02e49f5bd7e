import type { ReactNode } from 'react'

type Children = { children: ReactNode }

/** The one-minute read: only what is marked. */
export const Mark = ({ children }: Children) => <mark>{children}</mark>

export const Sidenote = ({ children }: Children) => (
  <small className="sidenote" role="note">
    {children}
  </small>
)

export const Kbd = ({ children }: Children) => <kbd>{children}</kbd>

export function Callout({ kind, title, children }: Children & { kind: 'rule' | 'warning' | 'note'; title?: string }) {
  return (
    <aside className={`callout ${kind}`}>
      {title && <strong>{title}</strong>}
      {children}
    </aside>
  )
}

export const Steps = ({ children }: Children) => <div className="steps">{children}</div>

/** A table wider than its column scrolls inside itself, and can be scrolled by keyboard. */
export const Table = (props: React.ComponentProps<'table'>) => (
  <div className="table" role="group" aria-label="Table" tabIndex={0}>
    <table {...props} />
  </div>
)
