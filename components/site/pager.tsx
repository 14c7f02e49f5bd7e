import { type ListPage, pageHref } from '@/lib/content/pagination'
import { Row } from './sheet'

/** First, last, and those around the current one; a gap where numbers are left out. */
export function shownNumbers(current: number, of: number): (number | 'gap')[] {
  const near = [1, current - 1, current, current + 1, of].filter((it) => it >= 1 && it <= of)
  const sorted = [...new Set(near)].sort((a, b) => a - b)
  return sorted.flatMap((it, index) => (index > 0 && it - (sorted[index - 1] ?? 0) > 1 ? ['gap' as const, it] : [it]))
}

export function Pager({ page, base, of }: { page: ListPage<unknown>; base: string; of: string }) {
  if (page.of === 1) return null
  return (
    <nav aria-label={`Pages of ${of}`} className="pager">
      <Row>
        <ol>
          {shownNumbers(page.number, page.of).map((it, index) =>
            it === 'gap' ? (
              <li key={`gap-${index}`} aria-hidden="true">
                …
              </li>
            ) : (
              <li key={it}>
                <a
                  href={pageHref(base, it)}
                  aria-current={it === page.number ? 'page' : undefined}
                  aria-label={`Page ${it} of ${page.of}`}
                >
                  {it}
                </a>
              </li>
            ),
          )}
        </ol>
        <p className="note">
          {page.total} in all, {page.items.length} here
        </p>
      </Row>
    </nav>
  )
}
