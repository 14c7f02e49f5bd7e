import { Row } from '@/components/site/sheet'
import { hrefOfWord } from '@/lib/content/routes'
import { seriesList } from '@/lib/content/vocabulary'
import { inSeries, type Piece } from '@/lib/content/writing'

/** The parts of a series in their order, each with its summary: a table of contents. */
export function SeriesList({ parts }: { parts: readonly Piece[] }) {
  return (
    <ol className="parts">
      {parts.map(({ slug, href, title, summary, series, minutes }) => (
        <Row key={slug} as="li" rule="ruled" className="rule-row" rail={<span className="number">{series?.part}</span>}>
          <h2>
            <a href={href}>{title}</a>
          </h2>
          <p className="entry-text">{summary}</p>
          <p className="note">{minutes} min</p>
        </Row>
      ))}
    </ol>
  )
}

/** On a part: where it stands among the others. */
export function SeriesNote({ series, slug }: { series: { id: string; part: number }; slug: string }) {
  const found = seriesList().find((it) => it.slug === series.id)
  const parts = inSeries(series.id)
  if (!found) return null
  return (
    <nav className="series-note" aria-label={`Series: ${found.name}`}>
      <p className="note">
        Part {series.part} of <a href={hrefOfWord.series(series.id)}>{found.name}</a>
      </p>
      <ol>
        {parts.map((it) => (
          <li key={it.slug}>{it.slug === slug ? <b>{it.title}</b> : <a href={it.href}>{it.title}</a>}</li>
        ))}
      </ol>
    </nav>
  )
}
