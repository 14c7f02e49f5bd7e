import { findHubs } from '@/lib/erd/hubs'
import type { SchemaModel } from '@/lib/erd/model'
import { drawnParts } from './drawn-references'
import { drawEdges } from './draw-edges'
import type { DisplayMode, Geometry, Orientation, TableBox } from './geometry'
import { hubLabel, hubRoutes } from './hub-routes'
import { layeredLayout } from './layered-layout'
import { HEADER_HEIGHT } from './metrics'
import type { Placement } from './placement'
import { planPorts, type PortPlan } from './ports'
import { countBends, countEdgesThroughTables, countOverlaps } from './quality'
import { stackedLayout } from './stacked-layout'
import { outlineTable, type TableOutline } from './table-outline'

export interface LayoutChoice {
  readonly mode: DisplayMode
  readonly orientation: Orientation
  /** `badge` keeps references to hubs as badges; `edges` draws them all, to show what that costs. */
  readonly hubs: 'badge' | 'edges'
}

export async function layOutSchema(model: SchemaModel, choice: LayoutChoice): Promise<Geometry> {
  const hubs = choice.hubs === 'badge' ? findHubs(model) : []
  const parts = drawnParts(model, hubs)
  const outlines = new Map(parts.tables.map((table) => [table.id, outlineTable(table, choice.mode, hubs)]))
  const childSide = choice.orientation === 'landscape' ? 'left' : 'right'
  const plan = planPorts(outlines, parts.edges, childSide)
  const placement =
    choice.orientation === 'landscape'
      ? await layeredLayout(outlines, parts.edges, plan)
      : stackedLayout(outlines, parts.edges, plan)
  const hubPlan = planPorts(outlines, parts.toHubs, childSide)
  const drawn = drawEdges(parts.edges, plan, placement, 'e')
  const toHubs = drawEdges(parts.toHubs, hubPlan, hubRoutes(parts.toHubs, hubPlan, placement), 'h', (reference, child) =>
    hubLabel(reference, child, placement),
  )
  return {
    mode: choice.mode,
    orientation: choice.orientation,
    width: placement.width,
    height: placement.height,
    tables: placeTables(outlines, plan, placement),
    edges: drawn.lines,
    hubEdges: toHubs.lines,
    hubs,
    quality: {
      tables: outlines.size,
      edges: drawn.lines.length,
      badges: toHubs.lines.length,
      overlaps: countOverlaps([...placement.boxes.values()]),
      edgesThroughTables: countEdgesThroughTables(placement.boxes, drawn.lines),
      crossings: drawn.crossings,
      bends: countBends(drawn.lines),
    },
  }
}

function placeTables(outlines: ReadonlyMap<string, TableOutline>, plan: PortPlan, placement: Placement): TableBox[] {
  return [...outlines.values()].map((outline, position) => {
    const box = placement.boxes.get(outline.id) ?? {
      x: 0,
      y: 0,
      width: outline.width,
      height: plan.heights.get(outline.id) ?? outline.height,
    }
    return {
      id: outline.id,
      key: `t${position}`,
      ...box,
      title: outline.title,
      subtitle: outline.subtitle,
      headerHeight: HEADER_HEIGHT,
      rows: outline.rows.map((row) => ({ ...row, y: row.y + box.y })),
      hiddenRows: outline.hiddenRows,
    }
  })
}
