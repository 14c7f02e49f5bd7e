import type { Outline } from '@/lib/content/store'

/** The page's headings, beside it and in view. */
export function Contents({ headings }: { headings: Outline['headings'] }) {
  const chapters = headings.filter((it) => it.depth === 2)
  if (chapters.length < 2) return null
  return (
    <nav className="contents" aria-label="Contents">
      <b>Contents</b>
      <ol>
        {chapters.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
