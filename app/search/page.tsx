import type { Metadata } from 'next'
import { Indexes } from '@/components/entries/indexes'
import { PageTitle } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'

export const metadata: Metadata = {
  title: 'Search',
  description: 'Search everything on this site, or start from one of its indexes.',
}

export default function Search() {
  return (
    <Shell here="search">
      <PageTitle title="Search">
        <site-search />
      </PageTitle>
      <Indexes />
    </Shell>
  )
}
