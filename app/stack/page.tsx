import type { Metadata } from 'next'
import { StackList } from '@/components/entries/stack-list'
import { WrittenPage } from '@/components/entries/written-page'
import { Shell } from '@/components/site/shell'
import { profile } from '@/lib/content/site'

export const metadata: Metadata = {
  title: 'Stack',
  description: 'Every tool with the places where it was used, why I reach for it, and when I would choose something else.',
}

export default function Stack() {
  const { stack } = profile()
  return (
    <Shell>
      <WrittenPage slug="stack" title="Stack" beside={stack.length > 0 && <StackList stack={stack} />} />
    </Shell>
  )
}
