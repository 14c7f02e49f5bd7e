import type { ReactNode } from 'react'

type ChapterProps = {
  id: string
  title: string
  /** What it lists: with nothing to list there is no chapter. */
  of?: readonly unknown[]
  note?: string
  children: ReactNode
}

/** A numbered chapter printed from fields, in one count with those of the text. */
export function Chapter({ id, title, of, note, children }: ChapterProps) {
  if (of?.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="chapter">
        <a className="to-itself" href={`#${id}`}>
          {title}
        </a>
      </h2>
      {note && <p className="chapter-note">{note}</p>}
      {children}
    </section>
  )
}
