import type { ReactNode } from 'react'

type Children = { children: ReactNode }

/** The one-minute read: only what is marked. */
export const Mark = ({ children }: Children) => <mark>{children}</mark>

/** In the margin beside its line where there is one, else a line of its own below; the letters are counted by the sheet. */
export const Sidenote = ({ children }: Children) => (
  <>
    <span className="sidenote-mark" aria-hidden="true" />
    <small className="sidenote" role="note">
      {children}
    </small>
  </>
)

export const Kbd = ({ children }: Children) => <kbd>{children}</kbd>

const calloutNames = { rule: 'Rule', warning: 'Warning', note: 'Note' } as const

type CalloutProps = Children & { kind: keyof typeof calloutNames; title?: string }

export function Callout({ kind, title, children }: CalloutProps) {
  return (
    <aside className={`callout ${kind}`} aria-label={title ?? calloutNames[kind]}>
      <strong className="callout-kind">{calloutNames[kind]}</strong>
      <div>
        {title && <p className="callout-title">{title}</p>}
        {children}
      </div>
    </aside>
  )
}

export const Steps = ({ children }: Children) => <div className="steps">{children}</div>

/** A table wider than its column scrolls inside itself, and can be scrolled by keyboard. */
export const Table = (props: React.ComponentProps<'table'>) => (
  <div className="table-scroll" role="group" aria-label="Table" tabIndex={0}>
    <table {...props} />
  </div>
)

/** The corner of a table that is headed on two sides heads nothing. */
export const HeadCell = ({ children, ...rest }: React.ComponentProps<'th'>) =>
  children === undefined || children === '' ? <td /> : <th {...rest}>{children}</th>
