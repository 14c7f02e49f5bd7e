import type { Metadata } from 'next'
import { CvSheet } from '@/components/entries/cv-sheet'
import { Shell } from '@/components/site/shell'
import { cv } from '@/lib/content/cv'

export const metadata: Metadata = {
  title: 'CV',
  description: 'One page, for the screen and for paper, made from the same content as the rest of the site; also as plain text.',
}

export default function CvPage() {
  return (
    <Shell>
      <CvSheet cv={cv()} />
    </Shell>
  )
}
