import { labelWidth } from '@/lib/erd/layout/metrics'

/**
 * What is lit is drawn again as a few long paths, and what stands back is covered by one. However many tables a choice
 * lights, the browser restyles a handful of elements and not each table and edge of the drawing.
 */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface LitTable {
  readonly kind: 'table'
  readonly box: Box
}

export interface LitEdge {
  readonly kind: 'edge'
  readonly line: string
  /** Crow's feet and brackets. */
  readonly marks: string
  readonly isDashed: boolean
  /** Runs behind the tables, and its label is hidden until it is lit. */
  readonly isHub: boolean
  readonly label: Box | null
}

export type LitPart = LitTable | LitEdge

/** From the bottom to the top; each place is right above what it is named after. */
type Place = 'ground' | 'hubs' | 'tables' | 'edges' | 'labels'
type Layer = { readonly name: string; readonly place: Place; readonly className: string }

const edgeLayers = (kind: 'hub' | 'edge', place: Place): Layer[] => [
  ...(['near', 'blocks'] as const).flatMap((word) =>
    (['solid', 'dashed'] as const).map((stroke) => ({
      name: `${kind} ${word} ${stroke}`,
      place,
      className: `erd-lit erd-lit-${kind} erd-lit-${word} erd-lit-${stroke}`,
    })),
  ),
  { name: `${kind} marks`, place, className: 'erd-mark' },
]

export const LIT_LAYERS: readonly Layer[] = [
  { name: 'glow', place: 'ground', className: 'erd-glow' },
  ...edgeLayers('hub', 'hubs'),
  { name: 'other tables', place: 'tables', className: 'erd-cover' },
  { name: 'outlines', place: 'tables', className: 'erd-outline' },
  ...edgeLayers('edge', 'edges'),
  { name: 'other labels', place: 'labels', className: 'erd-cover' },
]

/** The path of each layer by its name; a layer that is not among them is empty. Parts and marks go by keys such as `t3` and `e5`. */
export function litPaths(parts: ReadonlyMap<string, LitPart>, marks: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const paths = new Map<string, string>()
  if (marks.size === 0) return paths
  const add = (name: string, path: string): void => void paths.set(name, (paths.get(name) ?? '') + path)
  for (const [key, part] of parts) {
    const word = marks.get(key)
    if (part.kind === 'table') {
      if (word === undefined) add('other tables', outline(part.box))
      else if (word === 'near') add('outlines', outline(part.box))
    } else if (word === undefined) {
      if (part.label && !part.isHub) add('other labels', outline(part.label))
    } else {
      const kind = part.isHub ? 'hub' : 'edge'
      add('glow', part.line)
      add(`${kind} ${word} ${part.isDashed ? 'dashed' : 'solid'}`, part.line)
      add(`${kind} marks`, part.marks)
    }
  }
  return paths
}

const outline = ({ x, y, width, height }: Box): string => `M${x} ${y}h${width}v${height}h${-width}z`

/** The room that a label takes, down to its edge and not over it: its place is the start or end of the line of writing. */
export function labelBox(label: { readonly x: number; readonly y: number; readonly text: string; readonly isEnd: boolean }): Box {
  const width = labelWidth(label.text) + 4
  return { x: label.isEnd ? label.x - width + 2 : label.x - 2, y: label.y - 9, width, height: 11 }
}
