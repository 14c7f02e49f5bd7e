import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { profile } from '@/lib/content/site'

/** What every page says of itself unless it knows better. */
export function siteMetadata(): Metadata {
  const { name, role, summary, sample } = profile()
  return {
    title: { default: `${name}, ${role.toLowerCase()}`, template: `%s | ${name}` },
    description: summary,
    icons: { icon: '/icon.svg' },
    // A sample identity must not be found: until the owner has put their own facts in, no page is indexed.
    ...(sample ? { robots: { index: false, follow: false } } : {}),
  }
}

/** Set by `npm run dev`; a build has no preview and leaves its code out altogether. */
async function DevelopmentPreview() {
  const channel = process.env.PREVIEW_CHANNEL
  if (process.env.NODE_ENV !== 'development' || !channel) return null
  const { Preview } = await import('@/components/enhance/preview')
  return <Preview channel={channel} />
}

export const HtmlDocument = ({ children }: { children: ReactNode }) => (
  <html lang="en-GB">
    <body>
      {children}
      <DevelopmentPreview />
    </body>
  </html>
)
