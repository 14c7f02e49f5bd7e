import type { Strand } from './journey'

export type Agenda = {
  /** When the earliest strand is due, Infinity when there is none. */
  nextAt(): number
  add(strand: Strand): void
  take(): Strand | undefined
}

/** Strands by the time they are due; of two due at one moment the one added first comes first. Few are under way at once, so a sorted list does. */
export function createAgenda(): Agenda {
  const latestFirst: Strand[] = []
  return {
    nextAt: () => latestFirst.at(-1)?.clock ?? Infinity,
    add(strand) {
      let low = 0
      let high = latestFirst.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (latestFirst[middle]!.clock > strand.clock) low = middle + 1
        else high = middle
      }
      latestFirst.splice(low, 0, strand)
    },
    take: () => latestFirst.pop(),
  }
}
