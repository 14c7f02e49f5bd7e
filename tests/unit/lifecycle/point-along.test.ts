import { describe, expect, it } from 'vitest'
import { cornersOf } from '@/components/islands/request-lifecycle/corners'
import { pointAlong } from '@/components/islands/request-lifecycle/point-along'

describe('a message on a drawn way', () => {
  const corners = cornersOf('M10 0 V30 H50 L50 60')

  it('knows the corners of the way', () => {
    expect(corners).toEqual([
      { x: 10, y: 0 },
      { x: 10, y: 30 },
      { x: 50, y: 30 },
      { x: 50, y: 60 },
    ])
  })

  it('begins, ends and turns where the way does', () => {
    expect(pointAlong(corners, 0)).toEqual({ x: 10, y: 0 })
    expect(pointAlong(corners, 0.5)).toEqual({ x: 30, y: 30 })
    expect(pointAlong(corners, 1)).toEqual({ x: 50, y: 60 })
  })
})
