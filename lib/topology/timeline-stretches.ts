import type { Line } from './drawing'

// A career to scale: one month is one length, and what overlapped in time lies in lanes beside each other.

export type Engagement = {
  id: string
  title: string
  /** YYYY-MM */
  from: string
  /** YYYY-MM, or present */
  to: string
  kind: 'employment' | 'contract'
  href?: string | undefined
}

export type Stretch = { engagement: Engagement; number: number; from: number; to: number; open: boolean; lane: number }

/** Months since year 0; an engagement lasts to the end of its last month. */
function monthNumber(month: string): number {
  const [year = '0', part = '1'] = month.split('-')
  return Number(year) * 12 + Number(part) - 1
}

export function stretches(engagements: readonly Engagement[], until: string): Stretch[] {
  return engagements.map((engagement, index) => {
    const open = engagement.to === 'present'
    return {
      engagement,
      number: index + 1,
      from: monthNumber(engagement.from),
      to: monthNumber(open ? until : engagement.to) + 1,
      open,
      lane: 0,
    }
  })
}

/** Oldest first, each in the first lane where its bar and its words are free. */
export function intoLanes(all: readonly Stretch[], reach: (stretch: Stretch) => { from: number; to: number }): Stretch[] {
  const lanes: { from: number; to: number }[][] = []
  return [...all]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map((stretch) => {
      const taken = reach(stretch)
      let lane = lanes.findIndex((others) => others.every((other) => other.to <= taken.from || taken.to <= other.from))
      if (lane === -1) lane = lanes.length
      lanes[lane] = [...(lanes[lane] ?? []), taken]
      return { ...stretch, lane }
    })
}

export function years(from: number, to: number): { year: number; month: number }[] {
  const first = Math.ceil(from / 12)
  return Array.from({ length: Math.floor(to / 12) - first + 1 }, (_, index) => ({
    year: first + index,
    month: (first + index) * 12,
  }))
}

export function range(all: readonly Stretch[]): { from: number; to: number } {
  const from = Math.floor(Math.min(...all.map((stretch) => stretch.from)) / 12) * 12
  return { from, to: Math.max(...all.map((stretch) => stretch.to)) }
}

export function guide(id: string, x1: number, y1: number, x2: number, y2: number): Line {
  const points = [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ]
  return { id, kind: 'guide', tone: 'quiet', points, hops: [], end: 'none', touches: [] }
}

export function toneOf(stretch: Stretch): 'mark' | 'plain' {
  return stretch.open ? 'mark' : 'plain'
}

export function shapeOf({ engagement }: Stretch): 'employment' | 'contract' {
  return engagement.kind
}
