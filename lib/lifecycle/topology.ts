import type { Span } from './span'
import type { StageId } from './stages'
import type { TraceStep } from './steps'

export type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type TopologyNode = { readonly stage: StageId; readonly landscape: Place; readonly portrait: Place }

export type TopologyEdge = {
  readonly id: string
  readonly from: StageId
  readonly to: StageId
  readonly isAsync: boolean
  /** SVG path data, drawn by hand for either shape. */
  readonly landscape: string
  readonly portrait: string
}

export type Topology = {
  readonly viewBox: { readonly landscape: string; readonly portrait: string }
  readonly nodes: readonly TopologyNode[]
  readonly edges: readonly TopologyEdge[]
}

export type Passage = { readonly edge: string; readonly direction: 'out' | 'back' }

/** The edges that a step runs along, in order; none when it stays where it is. */
export function passagesOf({ span, phase, from, to }: TraceStep, edges: readonly TopologyEdge[]): Passage[] {
  const wire = wireOf(span)
  if (wire) return phase === 'leave' ? [] : passages(...wire, edges)
  return phase === 'leave' ? passages(to, from, 'back', edges) : passages(from, to, 'out', edges)
}

type Way = readonly [from: StageId, to: StageId, direction: Passage['direction']]

/** Where a message on a wire runs: the ends of its way along the arrows, and whether it goes with them or against them. */
export function wireOf({ stage, part }: Span): Way | null {
  if (stage === 'response') return ['edge', 'client', 'out']
  if (part === 'wire-back') return ['edge', 'balancer', 'back']
  if (part !== 'wire-out') return null
  return stage === 'client' ? ['client', 'edge', 'out'] : ['edge', 'balancer', 'out']
}

/** Breadth first along the arrows, so that the way is the shortest one that the reader can see. */
function passages(from: StageId, to: StageId, direction: Passage['direction'], edges: readonly TopologyEdge[]): Passage[] {
  const ways = new Map<StageId, Passage[]>([[from, []]])
  for (const [stage, way] of ways) {
    for (const edge of edges)
      if (edge.from === stage && !ways.has(edge.to)) ways.set(edge.to, [...way, { edge: edge.id, direction }])
  }
  const way = ways.get(to) ?? []
  return direction === 'out' ? way : way.reverse()
}

/** An arrow with the step at which the request first walks along it. Its number is its place in this list, counted from 1. */
export type Arrow = { readonly edge: string; readonly step: number }

export function arrowsOf(steps: readonly TraceStep[], edges: readonly TopologyEdge[]): Arrow[] {
  const first = new Map<string, number>()
  steps.forEach((step, at) => {
    for (const { edge } of passagesOf(step, edges)) if (!first.has(edge)) first.set(edge, at)
  })
  return [...first].map(([edge, step]) => ({ edge, step }))
}
