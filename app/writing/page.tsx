import type { Metadata } from 'next'
import { ArticleIndex } from '@/components/entries/article-index'
import { PageTitle } from '@/components/site/sheet'
import { Shell } from '@/components/site/shell'
import { articles, newestFirst } from '@/lib/content/articles'
import { entriesOf } from '@/lib/content/store'

export const metadata: Metadata = { title: 'Writing' }

export default function Writing() {
  return (
    <Shell here="writing">
      <PageTitle title="Writing" lead="Long notes with code that is run and figures drawn from data." />
      <div className="pt-10">
        <ArticleIndex articles={newestFirst(entriesOf(articles))} />
      </div>
    </Shell>
  )
}
