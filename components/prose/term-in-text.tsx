import type { ReactNode } from 'react'
import { terms } from '@/lib/content/vocabulary'

type TermProps = { page: string; slug: string; first: boolean; children: ReactNode }

/**
 * A term of art opens its definition where it is first used. The popover needs no script; the same definitions stand
 * in a list at the end of a piece, for paper and for whoever prefers to read on.
 */
export function TermInText({ page, slug, first, children }: TermProps) {
  const term = terms().get(slug)
  if (!term || !first) return children
  const id = `${page}-term-${slug}`
  return (
    <>
      <button type="button" className="term" popoverTarget={id}>
        {children}
      </button>
      <span className="term-means" popover="auto" id={id} role="note">
        <dfn>{term.name}</dfn> {term.means}
      </span>
    </>
  )
}

/** All definitions of a piece. */
export function TermList({ slugs }: { slugs: readonly string[] }) {
  const known = slugs.flatMap((slug) => terms().get(slug) ?? [])
  if (known.length === 0) return null
  return (
    <section className="end-section" aria-labelledby="terms">
      <h2 id="terms" className="end-head">
        Terms
      </h2>
      <dl className="term-list">
        {known
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map(({ slug, name, means }) => (
            <div key={slug}>
              <dt>{name}</dt>
              <dd>{means}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
