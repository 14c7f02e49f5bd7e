import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventHeap, type EventHeap } from '@/lib/simulation/heap'

const drained = (heap: EventHeap): number[][] => {
  const order: number[][] = []
  while (heap.pop()) order.push([heap.time, heap.kind, heap.subject, heap.stamp])
  return order
}

const events = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 200 })), { maxLength: 300 })

describe('the event heap', () => {
  it('gives events by time and, at one instant, in the order of their pushing', () => {
    fc.assert(
      fc.property(events, (pushed) => {
        const heap = createEventHeap(4)
        pushed.forEach(([time, kind], at) => heap.push(time, kind, at, at + 1))
        const wanted = pushed.map(([time, kind], at) => [time, kind, at, at + 1]).sort((a, b) => a[0]! - b[0]! || a[2]! - b[2]!)
        expect(drained(heap)).toEqual(wanted)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('keeps that order while events come and go', () => {
    fc.assert(
      fc.property(events, (pushed) => {
        const heap = createEventHeap(4)
        const waiting: number[][] = []
        pushed.forEach(([time, kind], at) => {
          heap.push(time, kind, at)
          waiting.push([time, kind, at, 0])
          if (kind % 3 !== 0) return
          waiting.sort((a, b) => a[0]! - b[0]! || a[2]! - b[2]!)
          heap.pop()
          expect([heap.time, heap.kind, heap.subject, heap.stamp]).toEqual(waiting.shift())
        })
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  it('continues from a snapshot as if nothing had happened', () => {
    const heap = createEventHeap(4)
    for (let n = 0; n < 100; n += 1) heap.push((n * 7919) % 13, n % 5, n)
    for (let n = 0; n < 30; n += 1) heap.pop()
    const copy = createEventHeap(4)
    copy.push(1, 1, 1)
    copy.restore(heap.snapshot())
    heap.push(5, 9, 9)
    copy.push(5, 9, 9)
    expect(drained(copy)).toEqual(drained(heap))
  })

  it('is empty at first', () => {
    const heap = createEventHeap()
    expect(heap.pop()).toBe(false)
    expect(heap.nextTime()).toBe(Infinity)
    expect(heap.nextTime()).toBe(Infinity)
  })
})
