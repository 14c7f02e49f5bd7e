'use client'

import { useEffect } from 'react'

/** In `npm run dev` Next serves the page, so the enhancements come in through it; a published page links them itself. */
export function PreviewEnhancements() {
  useEffect(() => {
    void import('./theme-early').then(() => import('./enhance'))
  }, [])
  return null
}
