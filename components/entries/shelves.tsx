import { hrefOfWord } from '@/lib/content/routes'
import { type Counted, countedCategories, countedTags, years } from '@/lib/content/writing'
import { seriesList } from '@/lib/content/vocabulary'

type LinksProps = { of: readonly Counted[]; hrefOf: (slug: string) => string; here?: string | undefined }

function Links({ of, hrefOf, here }: LinksProps) {
  return (
    <ul className="index-links">
      {of.map(({ slug, name, count }) => (
        <li key={slug}>
          <a href={hrefOf(slug)} className={count === 0 ? 'none' : undefined} aria-current={slug === here ? 'page' : undefined}>
            {name}
            <small>{count}</small>
          </a>
        </li>
      ))}
    </ul>
  )
}

export const hrefOfYear = (year: string) => `/writing/year/${year}/`

/** The ways into the writing: by subject, by year, by series, by tag. Categories without a piece are shown too. */
export function Shelves({ here }: { here?: string }) {
  const series = seriesList()
  return (
    <dl className="shelves">
      <div>
        <dt>Category</dt>
        <dd>
          <Links of={countedCategories()} hrefOf={hrefOfWord.category} here={here} />
        </dd>
      </div>
      {years().length > 0 && (
        <div>
          <dt>Year</dt>
          <dd>
            <Links of={years()} hrefOf={hrefOfYear} here={here} />
          </dd>
        </div>
      )}
      {series.length > 0 && (
        <div>
          <dt>Series</dt>
          <dd>
            <ul className="index-links">
              {series.map(({ slug, name }) => (
                <li key={slug}>
                  <a href={hrefOfWord.series(slug)}>{name}</a>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {countedTags().length > 0 && (
        <div>
          <dt>Tag</dt>
          <dd>
            <details>
              <summary>All {countedTags().length} tags</summary>
              <Links of={countedTags()} hrefOf={hrefOfWord.tag} here={here} />
            </details>
          </dd>
        </div>
      )}
    </dl>
  )
}
