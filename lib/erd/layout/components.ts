import type { DrawnReference } from './drawn-references'

/** Tables that a line joins, directly or through others, and their lines; a table without any line is a part of its own. */
export interface ConnectedPart {
  readonly tables: readonly string[]
  readonly references: readonly DrawnReference[]
}

/** Parts and what they hold come in the order of the file. */
export function connectedParts(tables: Iterable<string>, references: readonly DrawnReference[]): ConnectedPart[] {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up
    if (root !== id) parents.set(id, root)
    return root
  }
  for (const { from, to } of references) {
    const [left, right] = [rootOf(from.id), rootOf(to.id)]
    if (left !== right) parents.set(left, right)
  }
  const parts = new Map<string, { tables: string[]; references: DrawnReference[] }>()
  for (const id of tables) {
    const part = parts.get(rootOf(id)) ?? { tables: [], references: [] }
    part.tables.push(id)
    parts.set(rootOf(id), part)
  }
  for (const reference of references) parts.get(rootOf(reference.from.id))?.references.push(reference)
  return [...parts.values()]
}
