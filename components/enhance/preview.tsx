'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { PreviewMessage } from '@/lib/cli/preview-channel'

/**
 * Only in `npm run dev`: Next serves the page, so the enhancements come in through it (a published page links them
 * itself), and the supervisor says when content has changed and what its check finds.
 */
export function Preview({ channel }: { channel: string }) {
  const router = useRouter()
  const [problems, setProblems] = useState('')
  useEffect(() => {
    void import('./theme-early').then(() => import('./enhance')).then(() => import('./search-preview'))
  }, [])
  useEffect(() => {
    const source = new EventSource(`http://127.0.0.1:${channel}`)
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const message = JSON.parse(data) as PreviewMessage
      setProblems(message.problems)
      if (message.refresh) router.refresh()
    }
    return () => source.close()
  }, [channel, router])
  if (!problems) return null
  return (
    <div className="preview-problems" role="alert">
      <pre>{problems}</pre>
    </div>
  )
}
