import { describe, expect, it } from 'vitest'
import { drawingFaults } from '@/lib/topology/drawing-faults'
import { measureScale } from '@/lib/topology/measure-scale'
import { drawTimeline } from '@/lib/topology/timeline-drawing'
import { drawTimelinePortrait } from '@/lib/topology/timeline-portrait'
import type { Engagement } from '@/lib/topology/timeline-stretches'

describe('a measure', () => {
  it('draws before and after to one scale', () => {
    const scale = measureScale({
      id: 'a',
      metric: 'Build, p99',
      before: { value: 40, unit: 's' },
      after: { value: 6, unit: 's', comparator: 'under' },
    })
    expect([scale?.before, scale?.after]).toEqual([100, 15])
  })

  it('brings seconds and milliseconds to one unit first', () => {
    const scale = measureScale({ id: 'a', metric: 'Scoring', before: { value: 8, unit: 's' }, after: { value: 12, unit: 'ms' } })
    expect([scale?.before, scale?.after]).toEqual([100, 0.15])
  })

  it('shows a change as an index of 100', () => {
    const scale = measureScale({ id: 'a', metric: 'Escalations', change: { value: -31, unit: '%' } })
    expect([scale?.before, scale?.after, scale?.note]).toEqual([100, 69, 'index, 100 = before'])
  })

  it('gives a value without a before a round scale of its own', () => {
    const scale = measureScale({ id: 'a', metric: 'Scoring, p95', after: { value: 12, unit: 'ms' } })
    expect([scale?.before, scale?.after, scale?.ticks.at(-1)?.text]).toEqual([undefined, 60, '20 ms'])
  })

  it('draws nothing for a result in words or for units that cannot be compared', () => {
    expect(measureScale({ id: 'a', metric: 'Recovery', result: 'automatic' })).toBeUndefined()
    expect(
      measureScale({ id: 'a', metric: 'Odd', before: { value: 1, unit: 's' }, after: { value: 1, unit: '%' } }),
    ).toBeUndefined()
  })
})

const engagements: Engagement[] = [
  { id: 'consultant', title: 'Platform consultant', from: '2025-12', to: 'present', kind: 'contract' },
  { id: 'engineer', title: 'AI systems engineer', from: '2023-03', to: '2026-01', kind: 'employment' },
  { id: 'contractor', title: 'Staff backend contractor', from: '2025-08', to: 'present', kind: 'contract' },
  { id: 'advisor', title: 'Multi-tenant systems advisor', from: '2023-01', to: 'present', kind: 'contract' },
  { id: 'senior', title: 'Senior backend engineer', from: '2020-12', to: '2023-03', kind: 'employment' },
  { id: 'lead', title: 'Lead engineer, marketplace', from: '2021-02', to: '2024-08', kind: 'contract' },
  { id: 'safety', title: 'Backend engineer, safety', from: '2020-01', to: '2020-12', kind: 'employment' },
  { id: 'junior', title: 'Junior developer', from: '2012-02', to: '2014-03', kind: 'employment' },
]

describe('the timeline', () => {
  const page = drawTimeline(engagements, '2026-11')
  const phone = drawTimelinePortrait(engagements, '2026-11')
  const box = (id: string) => page.boxes.find((candidate) => candidate.id === id)

  it('has no overlap on a page or on a phone', () => {
    expect(drawingFaults(page)).toEqual([])
    expect(drawingFaults({ ...phone, badges: [] })).toEqual([])
  })

  it('draws months to scale', () => {
    const months = { junior: 26, safety: 12 }
    const scale = (box('junior')?.width ?? 0) / months.junior
    expect(Math.abs((box('safety')?.width ?? 0) - scale * months.safety)).toBeLessThanOrEqual(1.5)
  })

  it('puts what overlapped in time into lanes of its own', () => {
    const overlapping = ['consultant', 'engineer', 'contractor', 'advisor'].map((id) => box(id)?.y)
    expect(new Set(overlapping).size).toBe(4)
  })

  it('leaves what still runs open at the right edge', () => {
    expect(
      page.boxes
        .filter((one) => one.open)
        .map((one) => one.id)
        .sort(),
    ).toEqual(['advisor', 'consultant', 'contractor'])
    expect(page.boxes.filter((one) => one.open).every((one) => one.x + one.width === page.width)).toBe(true)
  })

  it('numbers the bars on a phone as the list does', () => {
    expect(phone.badges.map((badge) => [badge.on, badge.text])).toContainEqual(['junior', '8'])
  })
})
