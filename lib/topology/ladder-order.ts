import type { Graph, GraphNode } from './graph'

// An order from callers to what they call, with the members of a boundary kept together.

type Unit = { key: string; nodes: readonly GraphNode[] }

function units(graph: Graph): Unit[] {
  const keys = [...new Set(graph.nodes.map((node) => node.group ?? `node ${node.id}`))]
  return keys.map((key) => ({ key, nodes: graph.nodes.filter((node) => (node.group ?? `node ${node.id}`) === key) }))
}

/** Takes what nothing waiting calls; in a cycle, the one with the fewest callers, first named first. */
function inOrder<T extends { key: string }>(items: readonly T[], arrows: readonly { from: string; to: string }[]): T[] {
  const waiting = [...items]
  const ordered: T[] = []
  while (waiting.length > 0) {
    const keys = new Set(waiting.map((item) => item.key))
    const callers = (item: T) =>
      new Set(
        arrows
          .filter((arrow) => arrow.to === item.key && arrow.from !== item.key && keys.has(arrow.from))
          .map((arrow) => arrow.from),
      ).size
    const next = waiting.reduce((best, item) => (callers(item) < callers(best) ? item : best))
    waiting.splice(waiting.indexOf(next), 1)
    ordered.push(next)
  }
  return ordered
}

export function ladderOrder(graph: Graph): GraphNode[] {
  const all = units(graph)
  const unitOf = (id: string) => all.find((unit) => unit.nodes.some((node) => node.id === id))?.key ?? ''
  const between = graph.edges.map((edge) => ({ from: unitOf(edge.from), to: unitOf(edge.to) }))
  const nodes = inOrder(all, between).flatMap((unit) =>
    inOrder(
      unit.nodes.map((node) => ({ key: node.id, node })),
      graph.edges,
    ).map(({ node }) => node),
  )
  return graph.divider === undefined ? nodes : [...nodes.filter((node) => !node.later), ...nodes.filter((node) => node.later)]
}
