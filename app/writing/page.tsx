import type { Metadata } from 'next'
import { WritingPage } from '@/components/entries/writing-page'

export const metadata: Metadata = {
  title: 'Writing',
  description:
    'Articles on backends, platforms and AI systems by category, year, series and tag, with code that is run and figures drawn from data.',
}

export default function Writing() {
  return <WritingPage number={1} />
}
