import { compareText } from '@/lib/erd/names'

export interface Tally {
  add(kind: string, line: number, amount?: number): void
  entries(): { readonly kind: string; readonly count: number; readonly firstLine: number }[]
  total(): number
}

/** Counts by kind, remembering where each kind came first. */
export function createTally(): Tally {
  const counts = new Map<string, { count: number; firstLine: number }>()
  return {
    add: (kind, line, amount = 1) => {
      const seen = counts.get(kind)
      if (seen) seen.count += amount
      else counts.set(kind, { count: amount, firstLine: line })
    },
    entries: () =>
      [...counts].map(([kind, seen]) => ({ kind, ...seen })).sort((left, right) => compareText(left.kind, right.kind)),
    total: () => [...counts.values()].reduce((sum, { count }) => sum + count, 0),
  }
}
