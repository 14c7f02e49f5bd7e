import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api'
import type { Rect } from './drawing'
import { askElk, elkEdges, layoutOptions, leafNode, layOutCompound, type LayoutChoice } from './elk-layout'
import type { Graph, GraphNode } from './graph'
import type { NodeMetrics } from './node-metrics'
import type { Pendant } from './pendants'
import type { Placement } from './placement'

// ELK gives a compound node layers of its own, which makes a page-wide row out of two boundaries that talk to each
// other. Here the graph is laid out flat instead. Above and below the members of a boundary runs a wall: a chain of
// thin nodes, one per layer, tied by edges that ELK keeps straight. Nothing foreign can come between two walls.

type Layers = Map<string, number>

function along(rect: Rect, choice: LayoutChoice): { from: number; to: number } {
  return choice.direction === 'RIGHT' ? { from: rect.x, to: rect.x + rect.width } : { from: rect.y, to: rect.y + rect.height }
}

function across(rect: Rect, choice: LayoutChoice): number {
  return choice.direction === 'RIGHT' ? rect.y + rect.height / 2 : rect.x + rect.width / 2
}

function layersOf(flat: Placement, choice: LayoutChoice): Layers {
  const inOrder = [...flat.nodes].sort(([, a], [, b]) => along(a, choice).from - along(b, choice).from)
  const layers: Layers = new Map()
  let layer = -1
  let end = Number.NEGATIVE_INFINITY
  for (const [id, rect] of inOrder) {
    const { from, to } = along(rect, choice)
    if (from >= end) {
      layer += 1
      end = to
    } else {
      end = Math.max(end, to)
    }
    layers.set(id, layer)
  }
  return layers
}

type Item = { id: string; layer: number; wall: boolean }

/** One order across the flow for everything: free nodes where the flat layout had them, boundaries kept together. */
function itemsInOrder(graph: Graph, flat: Placement, layers: Layers, choice: LayoutChoice): Item[] {
  const height = (node: GraphNode) => across(flat.nodes.get(node.id) ?? { x: 0, y: 0, width: 0, height: 0 }, choice)
  const item = (node: GraphNode): Item => ({ id: `n:${node.id}`, layer: layers.get(node.id) ?? 0, wall: false })
  const grouped = graph.groups.map((group) => {
    const members = graph.nodes.filter((node) => node.group === group.id).sort((a, b) => height(a) - height(b))
    const at = members.reduce((sum, node) => sum + height(node), 0) / Math.max(1, members.length)
    const reached = members.map((node) => layers.get(node.id) ?? 0)
    const wall = (side: string) => wallItems(`w:${group.id}:${side}`, Math.min(...reached), Math.max(...reached))
    return { at, items: [...wall('before'), ...members.map(item), ...wall('after')] }
  })
  const free = graph.nodes
    .filter((node) => !graph.groups.some((group) => group.id === node.group))
    .map((node) => ({ at: height(node), items: [item(node)] }))
  return [...grouped, ...free].sort((a, b) => a.at - b.at).flatMap(({ items }) => items)
}

function wallItems(name: string, from: number, to: number): Item[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ id: `${name}:${from + index}`, layer: from + index, wall: true }))
}

function wallEdges(items: readonly Item[]): ElkExtendedEdge[] {
  const walls = items.filter((item) => item.wall)
  return walls.flatMap((wall) => {
    const next = `${wall.id.slice(0, wall.id.lastIndexOf(':'))}:${wall.layer + 1}`
    return walls.some((other) => other.id === next)
      ? [
          {
            id: `tie ${wall.id}`,
            sources: [wall.id],
            targets: [next],
            layoutOptions: { 'elk.layered.priority.straightness': '100' },
          },
        ]
      : []
  })
}

export async function layOutWalled(
  graph: Graph,
  metrics: Map<string, NodeMetrics>,
  choice: LayoutChoice,
  pendants: readonly Pendant[],
): Promise<Placement> {
  const open: Graph = { ...graph, groups: [] }
  const flat = await layOutCompound(open, metrics, choice, pendants)
  const layers = layersOf(flat, choice)
  const items = itemsInOrder(graph, flat, layers, choice)
  const children = items.map((item): ElkNode => {
    const partition = { 'elk.partitioning.partition': String(item.layer) }
    if (item.wall)
      return {
        id: item.id,
        width: choice.direction === 'RIGHT' ? 40 : 1,
        height: choice.direction === 'RIGHT' ? 1 : 20,
        layoutOptions: partition,
      }
    const node = graph.nodes.find((candidate) => `n:${candidate.id}` === item.id)
    const leaf: ElkNode = node === undefined ? { id: item.id } : leafNode(open, node, metrics, choice, pendants)
    return { ...leaf, layoutOptions: partition }
  })
  const root: ElkNode = {
    id: 'root',
    layoutOptions: {
      ...layoutOptions(open, choice),
      'elk.partitioning.activate': 'true',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
    },
    children,
    edges: [...elkEdges(open, choice), ...wallEdges(items)],
  }
  return askElk(root, open, choice)
}
