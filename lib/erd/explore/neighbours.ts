import type { ExplorerData } from './explorer-data'

export interface Neighbourhood {
  readonly table: string
  /** Distance of every table within reach; the table itself is at 0. */
  readonly distances: ReadonlyMap<string, number>
  /** References with both ends within reach, one of them nearer than the limit. */
  readonly references: readonly string[]
}

/**
 * Tables within one or two references of a table, in either direction. A hub is reached but not passed through,
 * or every table would be everybody's neighbour.
 */
export function neighbourhood(data: ExplorerData, table: string, hops: 1 | 2): Neighbourhood {
  const distances = new Map<string, number>([[table, 0]])
  let frontier = [table]
  for (let distance = 1; distance <= hops; distance += 1) {
    const open = new Set(frontier.filter((id) => id === table || !data.hubs.includes(id)))
    const next = new Set<string>()
    for (const reference of data.references) {
      if (open.has(reference.table)) next.add(reference.referencedTable)
      if (open.has(reference.referencedTable)) next.add(reference.table)
    }
    frontier = [...next].filter((id) => !distances.has(id))
    for (const id of frontier) distances.set(id, distance)
  }
  const isPassed = (id: string): boolean => id === table || ((distances.get(id) ?? hops) < hops && !data.hubs.includes(id))
  const references = data.references
    .filter((reference) => distances.has(reference.table) && distances.has(reference.referencedTable))
    .filter((reference) => isPassed(reference.table) || isPassed(reference.referencedTable))
  return { table, distances, references: references.map(({ id }) => id) }
}
