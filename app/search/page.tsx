import type { Metadata } from 'next'
import { Indexes } from '@/components/entries/indexes'
import { SearchForm, SearchResults } from '@/components/entries/search-form'
import { PageTitle, SectionHead } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'

export const metadata: Metadata = {
  title: 'Search',
  description: 'Search everything on this site, or start from one of its indexes.',
}

export default function Search() {
  return (
    <Shell here="search">
      <site-search>
        <PageTitle title="Search">
          <SearchForm />
        </PageTitle>
        <SearchResults />
      </site-search>
      <section aria-labelledby="lists">
        <SectionHead id="lists" title="Lists" note="Every entry stands in one of them." />
        <Indexes />
      </section>
    </Shell>
  )
}
