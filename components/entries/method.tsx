import { longDate } from '@/lib/content/dates'
import { resolve } from '@/lib/content/catalogue'
import type { Claim } from '@/lib/content/fields'

/** How a result was measured, where it is shown and when it was last checked: a claim is nothing without it. */
export function Method({ claim, from }: { claim: Claim; from?: string }) {
  const evidence = resolve(claim.evidence)
  const isElsewhere = evidence && evidence.slug !== from
  return (
    <details className="method">
      <summary>How it was measured</summary>
      <p>
        {claim.method}{' '}
        {isElsewhere && (
          <>
            Shown in <a href={evidence.href}>{evidence.title}</a>.{' '}
          </>
        )}
        {!evidence && claim.evidence.startsWith('https:') && (
          <>
            Shown <a href={claim.evidence}>here</a>.{' '}
          </>
        )}
        Last verified <time dateTime={claim.verified}>{longDate(claim.verified)}</time>.
      </p>
    </details>
  )
}
