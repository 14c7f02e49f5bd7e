export type Chapter = { readonly id: string; readonly depth: number; readonly text: string }

/** The page's headings, beside it and in view; the current one is marked by a few lines of script that nobody misses. */
export function Contents({ headings, title = 'Contents' }: { headings: readonly Chapter[]; title?: string }) {
  const chapters = headings.filter((it) => it.depth === 2)
  if (chapters.length < 2) return null
  return (
    <current-section>
      <nav className="toc" aria-label={title}>
        <b>{title}</b>
        <ol>
          {chapters.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ol>
      </nav>
    </current-section>
  )
}
