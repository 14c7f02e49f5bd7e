import type { NodeEntry, NodeKind, StatesFigure, TopologyFigure } from './figure-data'

// Topologies and state machines share one layout, so both become this graph first.

export type GraphShape = NodeKind | 'state' | 'final' | 'start'

export type GraphNode = {
  id: string
  shape: GraphShape
  label: string
  note: string
  group: string | undefined
  tone: 'plain' | 'mark'
  href: string | undefined
  entries: readonly NodeEntry[]
  later: boolean
}

export type GraphEdge = {
  id: string
  /** Printed in the circle; empty for the arrow into a start state. */
  number: string
  from: string
  to: string
  style: 'call' | 'async' | 'fault'
  mark: boolean
}

export type Graph = {
  nodes: readonly GraphNode[]
  edges: readonly GraphEdge[]
  groups: readonly { id: string; label: string }[]
  /** Words on both sides of the line between what a caller waits for and what runs later. */
  divider?: { before: string; after: string } | undefined
}

export function topologyGraph(figure: TopologyFigure): Graph {
  return {
    nodes: figure.nodes.map((node) => ({
      id: node.id,
      shape: node.kind,
      label: node.label,
      note: node.note ?? '',
      group: node.in,
      tone: 'plain',
      href: node.href,
      entries: node.entries ?? [],
      later: node.later ?? false,
    })),
    edges: figure.edges.map((edge, index) => ({
      id: `e${index + 1}`,
      number: String(index + 1),
      from: edge.from,
      to: edge.to,
      style: edge.style ?? 'call',
      mark: edge.mark ?? false,
    })),
    groups: (figure.boundaries ?? []).filter((boundary) => figure.nodes.some((node) => node.in === boundary.id)),
    divider: figure.divider,
  }
}

export function statesGraph(figure: StatesFigure): Graph {
  const leavesSomewhere = new Set(figure.transitions.map((transition) => transition.from))
  const states: GraphNode[] = figure.states.map((state) => ({
    id: state.id,
    shape: leavesSomewhere.has(state.id) ? 'state' : 'final',
    label: state.label,
    note: state.note ?? '',
    group: undefined,
    tone: state.mark === true ? 'mark' : 'plain',
    href: undefined,
    entries: [],
    later: false,
  }))
  const starts = figure.states.filter((state) => state.start === true)
  return {
    nodes: [...starts.map((state) => startDot(state.id)), ...states],
    edges: [
      ...figure.transitions.map((transition, index) => ({
        id: `e${index + 1}`,
        number: String(index + 1),
        from: transition.from,
        to: transition.to,
        style: transition.style ?? ('call' as const),
        mark: transition.mark ?? false,
      })),
      ...starts.map((state) => ({
        id: `start-${state.id}`,
        number: '',
        from: `start-${state.id}`,
        to: state.id,
        style: 'call' as const,
        mark: false,
      })),
    ],
    groups: [],
  }
}

function startDot(state: string): GraphNode {
  return {
    id: `start-${state}`,
    shape: 'start',
    label: '',
    note: '',
    group: undefined,
    tone: 'plain',
    href: undefined,
    entries: [],
    later: false,
  }
}
