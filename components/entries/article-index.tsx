import type { StoredEntry } from '@/lib/content/store'
import type { Article } from '@/lib/content/articles'
import { readingMinutes } from '@/lib/content/reading-time'

export function ArticleIndex({ articles }: { articles: readonly StoredEntry<Article['fields']>[] }) {
  return (
    <ul className="index">
      {articles.map(({ slug, href, fields, outline }) => (
        <li key={slug} className="row ruled">
          <span className="rail">
            <time dateTime={fields.date}>{fields.date}</time>
          </span>
          <span className="body">
            <a className="name" href={href}>
              {fields.title}
            </a>
            <span className="subject">{fields.summary}</span>
            <span className="kind">{fields.category}</span>
            <span className="language">{readingMinutes(outline.words)} min</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
