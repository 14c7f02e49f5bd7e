import type { Piece } from '@/lib/content/writing'
import { categories, nameOf } from '@/lib/content/vocabulary'

export function ArticleIndex({ pieces }: { pieces: readonly Piece[] }) {
  const all = categories()
  return (
    <ol className="index writing">
      {pieces.map(({ slug, href, title, date, category, kind, minutes }) => (
        <li key={slug} className="row ruled">
          <span className="rail">
            <time dateTime={date}>{date}</time>
          </span>
          <span className="body">
            <a className="name" href={href}>
              {title}
            </a>
            <span className="kind">{kind === 'deep-dive' ? 'Deep dive' : nameOf(all, category)}</span>
            <span className="language">{minutes} min</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
