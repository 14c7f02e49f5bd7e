import { fetchOnce } from '@/components/islands/fetch-once'

// What a reader fetches when it is needed, and not before.

export const loadEngine = fetchOnce(() => import('./engine'))
export const loadResults = fetchOnce(() => import('./results'))
export const loadHandsOn = fetchOnce(() => import('./hands-on'))
export const loadAddress = fetchOnce(() => import('./address'))
export const loadSettle = fetchOnce(() => import('@/lib/queue/link'))

export type Results = Awaited<ReturnType<typeof loadResults>>
export type HandsOn = Awaited<ReturnType<typeof loadHandsOn>>
