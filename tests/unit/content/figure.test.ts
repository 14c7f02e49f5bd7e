import { describe, expect, it } from 'vitest'
import { figureSchema, type CheckedFigure } from '@/lib/content/figure'
import { linkSystems, systemsFigure } from '@/lib/content/systems-figure'
import type { FigureData } from '@/lib/topology/figure-data'
import * as graphs from '@/tests/fixtures/topology/graphs'
import { builds, lostAnswer, race } from '@/tests/fixtures/topology/others'

function complaints(figure: unknown): string[] {
  return figureSchema.safeParse(figure).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []
}

const twoNodes = [
  { id: 'booking', kind: 'service', label: 'Booking' },
  { id: 'escrow', kind: 'service', label: 'Escrow' },
]

describe('the figure schema', () => {
  it('accepts one good figure of every kind, and what it gives can be drawn', () => {
    for (const figure of [graphs.marketplace, graphs.breaker, lostAnswer, race, builds]) {
      const checked: CheckedFigure = figureSchema.parse(figure)
      const data: FigureData = checked
      expect(data.kind).toBe(figure.kind)
    }
  })

  it('names the nearest node when an edge leads nowhere', () => {
    const figure = {
      kind: 'topology',
      caption: 'Two modules, one edge.',
      nodes: twoNodes,
      edges: [{ from: 'bookng', to: 'escrow', says: 'hold' }],
    }
    expect(complaints(figure)).toEqual(['edges.0.from: no node is called "bookng"; did you mean "booking"?'])
  })

  it('lists what is allowed when nothing is near', () => {
    const figure = {
      kind: 'topology',
      caption: 'Two modules, one edge.',
      nodes: twoNodes,
      edges: [{ from: 'zzzz', to: 'escrow', says: 'hold' }],
    }
    expect(complaints(figure)).toEqual(['edges.0.from: no node is called "zzzz"; allowed: booking, escrow'])
  })

  it('refuses a field it does not know', () => {
    const figure = {
      kind: 'topology',
      caption: 'Two modules, one edge.',
      nodes: twoNodes,
      edges: [{ from: 'booking', to: 'escrow', say: 'hold' }],
    }
    expect(complaints(figure).join()).toMatch(/"say"/)
  })

  it('says which kinds there are', () => {
    expect(complaints({ kind: 'graph' })).toEqual(['kind: kind is "graph"; allowed: topology, sequence, states, bars, lanes'])
  })

  it('refuses an id that is used twice and a boundary without members', () => {
    const figure = {
      kind: 'topology',
      caption: 'Two modules, one edge.',
      boundaries: [{ id: 'process', label: 'one process' }],
      nodes: [...twoNodes, { id: 'escrow', kind: 'store', label: 'Escrow' }],
      edges: [{ from: 'booking', to: 'escrow', says: 'hold' }],
    }
    expect(complaints(figure)).toEqual([
      'nodes.2.id: "escrow" is used twice; each id names one thing',
      'boundaries.0: no node is in "process"',
    ])
  })

  it('refuses half a pair of bars and a span that ends before it starts', () => {
    const bars = { ...builds, rows: [{ label: 'Build', before: 8 }] }
    const lanes = { ...race, lanes: [{ label: 'A', spans: [{ from: 5, to: 2, says: 'read' }] }] }
    expect(complaints(bars)).toEqual(['rows.0.after: a row with before also needs after'])
    expect(complaints(lanes)).toEqual(['lanes.0.spans.0.to: a span ends after it starts, but 2 is not after 5'])
  })
})

describe('the systems figure', () => {
  const systems = systemsFigure.parse({
    caption: 'Where the projects sit.',
    divider: { before: 'waiting', after: 'gone' },
    nodes: [
      { id: 'core', kind: 'service', label: 'Core', projects: ['fraud-detection'] },
      { id: 'changes', kind: 'service', label: 'Changes', projects: ['change-data-pipeline', 'no-such-project'], later: true },
    ],
    edges: [{ from: 'core', to: 'changes', says: 'the log' }],
  })
  const { figure, unknown } = linkSystems(systems, [
    { slug: 'fraud-detection', entry: 1, caseStudy: true },
    { slug: 'change-data-pipeline', entry: 8, caseStudy: false },
  ])

  it('turns slugs into entry numbers and links, marked where there is a case study', () => {
    expect(figure.nodes[0]?.entries).toEqual([{ number: '[01]', href: '/projects/fraud-detection/', marked: true }])
    expect(figure.nodes[0]?.href).toBe('/projects/fraud-detection/')
  })

  it('reports a slug that no project has', () => {
    expect(unknown).toEqual(['no-such-project'])
  })
})
