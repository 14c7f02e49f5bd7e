import type { Point, Rect } from './drawing'

/** Where a layout put things, before numbers, labels and jumps are added. */
export type Placement = {
  nodes: Map<string, Rect>
  groups: Map<string, Rect>
  /** By edge id, from source to target. */
  routes: Map<string, Point[]>
  /** By edge id, for edges that leave their source together. */
  trunks: Map<string, string>
}
