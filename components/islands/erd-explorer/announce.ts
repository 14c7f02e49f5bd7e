import { useEffect, useRef, useState } from 'react'
import type { ExplorerData } from '@/lib/erd/explore/explorer-data'
import type { ExplorerState } from '@/lib/erd/explore/link-state'

const quiet = 5000

export function announcementFor(data: ExplorerData, { focus, pathTo, deleteFrom }: ExplorerState): string {
  if (deleteFrom !== null) return `Deleting from ${deleteFrom}.`
  if (focus === null) return ''
  if (pathTo !== null) return `Path from ${focus} to ${pathTo}.`
  const refers = data.references.filter((it) => it.table === focus).length
  const referred = data.references.filter((it) => it.referencedTable === focus).length
  const columns = data.tables.find((it) => it.id === focus)?.columns.length ?? 0
  return `${focus}: ${columns} columns, ${refers} foreign keys, referred to by ${referred}.`
}

/** The latest message, given out at most once every five seconds. */
export function useAnnouncement(message: string): string {
  const [said, setSaid] = useState('')
  const last = useRef(-quiet)
  useEffect(() => {
    const wait = Math.max(0, last.current + quiet - performance.now())
    const timer = setTimeout(() => {
      last.current = performance.now()
      setSaid(message)
    }, wait)
    return () => clearTimeout(timer)
  }, [message])
  return said
}
