import type { Metadata } from 'next'
import { WrittenPage } from '@/components/entries/written-page'
import { Shell } from '@/components/site/shell'

export const metadata: Metadata = {
  title: 'Colophon',
  description:
    'How this site is made, from the content and the two checks on it to the pages, the figures and the numbers the build writes about itself.',
}

export default function Colophon() {
  return (
    <Shell>
      <WrittenPage slug="colophon" title="Colophon" />
    </Shell>
  )
}
