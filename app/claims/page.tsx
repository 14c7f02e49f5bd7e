import type { Metadata } from 'next'
import { ClaimsTable } from '@/components/entries/claims-table'
import { Blank, PageTitle } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { allClaims } from '@/lib/content/evidence'

export const metadata: Metadata = {
  title: 'Measured results',
  description:
    'Every measured result on this site in one list: what, from what to what, how it was measured, where it is shown, when it was last verified.',
}

export default function Claims() {
  const claims = allClaims()
  return (
    <Shell>
      <PageTitle
        title="Measured results"
        lead="Every result this site claims, with how it was measured. The build refuses one without a method."
      />
      {claims.length === 0 ? (
        <Blank>Nothing is claimed yet, so there is nothing to prove.</Blank>
      ) : (
        <ClaimsTable claims={claims} />
      )}
    </Shell>
  )
}
