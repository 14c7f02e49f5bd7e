import { assembleGraph } from './assemble-graph'
import { DIVIDER_ROOM } from './divider'
import type { Drawing, Rect } from './drawing'
import { drawingFaults } from './drawing-faults'
import type { LayoutChoice } from './elk-layout'
import { fits, fitToWidth } from './fit-width'
import type { Graph } from './graph'
import { ladderLayout } from './ladder-layout'
import { layOut } from './lay-out'
import { layoutFamilies, withTrunks } from './layout-choices'
import { measureNodes, type NodeMetrics } from './node-metrics'
import { badgeRect } from './number-badges'
import type { Placement } from './placement'
import { boundsOf, crossing, pathLength, rectOf, segmentMeets, segmentsOf } from './segments'
import { untwist } from './untwist'

// ELK is asked several times, with other directions, widths and strategies; the drawing that reads best is kept.
// "Best" is a sum of what a reader pays for: faults, crossings, bends, ink, height, and an empty side.

const WIDEST_LADDER = 420
const NARROW = 0.66
const BEST_TO_JOIN = 2

type Candidate = { drawing: Drawing; cost: number; faults: readonly string[] }

const PRICE = {
  fault: 100_000,
  crossing: 34,
  bend: 7,
  ink: 0.035,
  foreignBoundary: 26,
  textLine: 4,
  against: 14,
  height: 0.55,
  emptySide: 0.25,
}
const EASY_HEIGHT = { landscape: 440, portrait: 760 }

/** Lines that lead back to where the eye has already been. */
function againstTheFlow(graph: Graph, { nodes }: Placement): number {
  return graph.edges.filter((edge) => {
    const from = nodes.get(edge.from)
    const to = nodes.get(edge.to)
    if (from === undefined || to === undefined || edge.from === edge.to) return false
    const beside = to.x < from.x + from.width && from.x < to.x + to.width
    return beside ? to.y + to.height <= from.y : to.x + to.width <= from.x
  }).length
}

function readingCost(graph: Graph, placement: Placement, drawing: Drawing, faults: number, portrait: boolean): number {
  const routes = [...placement.routes.values()]
  const parts = routes.map(segmentsOf)
  const crossings = parts.flatMap((one, index) =>
    parts.slice(index + 1).flatMap((other) => one.flatMap((a) => other.filter((b) => crossing(a, b) !== undefined))),
  ).length
  const bends = routes.reduce((sum, points) => sum + points.length - 2, 0)
  const ink = routes.reduce((sum, points) => sum + pathLength(points), 0)
  const foreign = graph.edges.flatMap((edge) =>
    graph.groups.filter((group) => {
      const ends = graph.nodes.filter((node) => node.id === edge.from || node.id === edge.to)
      const rect = placement.groups.get(group.id)
      const outside = ends.every((node) => node.group !== group.id)
      return (
        rect !== undefined &&
        outside &&
        segmentsOf(placement.routes.get(edge.id) ?? []).some((segment) => segmentMeets(segment, rect))
      )
    }),
  ).length
  const extraLines = drawing.labels.filter((label) => /-(title|note)-[1-9]/.test(label.id)).length
  const used = boundsOf([...placement.nodes.values(), ...placement.groups.values()])
  return (
    faults * PRICE.fault +
    crossings * PRICE.crossing +
    bends * PRICE.bend +
    ink * PRICE.ink +
    foreign * PRICE.foreignBoundary +
    extraLines * PRICE.textLine +
    againstTheFlow(graph, placement) * PRICE.against +
    Math.max(0, drawing.height - EASY_HEIGHT[portrait ? 'portrait' : 'landscape']) * PRICE.height +
    (drawing.width - used.width) * (portrait ? 0.05 : PRICE.emptySide)
  )
}

function lowered(placement: Placement, by: number): Placement {
  const down = (rect: Rect) => ({ ...rect, y: rect.y + by })
  return {
    ...placement,
    nodes: new Map([...placement.nodes].map(([id, rect]) => [id, down(rect)])),
    groups: new Map([...placement.groups].map(([id, rect]) => [id, down(rect)])),
    routes: new Map([...placement.routes].map(([id, points]) => [id, points.map(({ x, y }) => ({ x, y: y + by }))])),
  }
}

function rate(graph: Graph, placed: Placement, metrics: Map<string, NodeMetrics>, width: number, portrait: boolean): Candidate {
  const fitted = untwist(graph, fitToWidth(placed, width))
  const headroom = (graph.groups.length > 0 ? 10 : 0) + (graph.divider === undefined ? 0 : DIVIDER_ROOM)
  const placement = lowered(fitted, Math.max(headroom, 1))
  const { drawing, unplaced } = assembleGraph(graph, placement, metrics, width)
  const faults = [...drawingFaults(drawing), ...unplaced.map((id) => `${id} has no place for its number`)]
  return { drawing, faults, cost: readingCost(graph, placement, drawing, faults.length, portrait) }
}

/** A drawing that leaves much of the page empty gives that room back, to the list of its numbers for instance. */
function cropped(drawing: Drawing): Drawing {
  const reach = boundsOf([
    ...drawing.boxes,
    ...drawing.badges.map(badgeRect),
    ...drawing.lines.flatMap((line) => segmentsOf(line.points).map(rectOf)),
  ])
  const used = Math.ceil(reach.x + reach.width)
  return used < drawing.width * NARROW ? { ...drawing, width: used } : drawing
}

export type ChosenDrawing = { drawing: Drawing; faults: readonly string[] }

async function tryChoice(graph: Graph, choice: LayoutChoice, width: number, portrait: boolean): Promise<Candidate | undefined> {
  const metrics = measureNodes(graph, choice.nodeWidth)
  const placement = await layOut(graph, metrics, choice)
  return fits(placement, width) ? rate(graph, placement, metrics, width, portrait) : undefined
}

export async function drawGraph(graph: Graph, width: number, portrait: boolean): Promise<ChosenDrawing> {
  const tried: { choice: LayoutChoice; candidate: Candidate }[] = []
  for (const family of layoutFamilies(graph, width, portrait)) {
    for (const choice of family) {
      const candidate = await tryChoice(graph, choice, width, portrait)
      if (candidate === undefined) break
      tried.push({ choice, candidate })
    }
  }
  const best = tried.toSorted((a, b) => a.candidate.cost - b.candidate.cost).slice(0, BEST_TO_JOIN)
  const joined: Candidate[] = []
  for (const choice of withTrunks(
    graph,
    best.map((one) => one.choice),
  )) {
    const candidate = await tryChoice(graph, choice, width, portrait)
    if (candidate !== undefined) joined.push(candidate)
  }
  const ladders = [true, false].map((throughBorders) => {
    const { placement, metrics } = ladderLayout(graph, portrait ? width : Math.min(width, WIDEST_LADDER), throughBorders)
    return rate(graph, placement, metrics, width, portrait)
  })
  const chosen = [...ladders, ...best.map((one) => one.candidate), ...joined].reduce((one, other) =>
    other.cost < one.cost ? other : one,
  )
  return { drawing: portrait ? chosen.drawing : cropped(chosen.drawing), faults: chosen.faults }
}
