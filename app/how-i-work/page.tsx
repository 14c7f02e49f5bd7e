import type { Metadata } from 'next'
import { Rules } from '@/components/entries/rules'
import { WrittenPage } from '@/components/entries/written-page'
import { Shell } from '@/components/site/shell'
import { profile } from '@/lib/content/site'

export const metadata: Metadata = {
  title: 'How I work',
  description:
    'Three rules and what follows from them, on prototypes, latency, decisions on record, and what happens after release.',
}

export default function HowIWork() {
  const rules = profile().howIWork
  return (
    <Shell>
      <WrittenPage
        slug="how-i-work"
        title="How I work"
        above={
          rules.length > 0 && (
            <section className="above-text" aria-label="The rules">
              <Rules rules={rules} heading="h2" />
            </section>
          )
        }
      />
    </Shell>
  )
}
