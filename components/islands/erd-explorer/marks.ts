import { simulateDelete } from '@/lib/erd/explore/delete-simulator'
import { findJoinPath } from '@/lib/erd/explore/join-path'
import type { ExplorerState } from '@/lib/erd/explore/link-state'
import { neighbourhood } from '@/lib/erd/explore/neighbours'
import { type ErdExplorerProps, tableKey } from './explorer-props'

/** What is lit in the drawing: keys of tables and edges, each with the word its style goes by. */
export interface Marks {
  readonly elements: ReadonlyMap<string, string>
}

export const noMarks: Marks = { elements: new Map() }

type Known = Pick<ErdExplorerProps, 'data' | 'edgeKeys'>

/** One question at a time is drawn: a deletion, else a path, else a neighbourhood. */
export function marksFor(known: Known, state: ExplorerState): Marks {
  if (state.deleteFrom !== null) return deletionMarks(known, state.deleteFrom)
  if (state.focus !== null && state.pathTo !== null) return pathMarks(known, state.focus, state.pathTo)
  if (state.focus !== null) return neighbourMarks(known, state.focus, state.hops)
  return noMarks
}

export function neighbourMarks({ data, edgeKeys }: Known, table: string, hops: 1 | 2): Marks {
  const { distances, references } = neighbourhood(data, table, hops)
  const elements = new Map<string, string>()
  for (const [id, distance] of distances) elements.set(tableKey(data, id), distance === 0 ? 'focus' : 'near')
  for (const id of references) if (edgeKeys[id] !== undefined) elements.set(edgeKeys[id], 'near')
  return { elements }
}

function pathMarks({ data, edgeKeys }: Known, from: string, to: string): Marks {
  const elements = new Map([[tableKey(data, from), 'focus']])
  const path = findJoinPath(data, from, to)
  for (const step of path.kind === 'path' ? path.steps : []) {
    elements.set(tableKey(data, step.to), step.to === to ? 'focus' : 'near')
    const edge = edgeKeys[step.reference]
    if (edge !== undefined) elements.set(edge, 'near')
  }
  return { elements }
}

function deletionMarks({ data, edgeKeys }: Known, table: string): Marks {
  const run = simulateDelete(data, table)
  const elements = new Map<string, string>()
  for (const id of run.deleted) elements.set(tableKey(data, id), 'gone')
  for (const id of run.changed) elements.set(tableKey(data, id), 'changed')
  for (const step of run.steps) {
    const edge = edgeKeys[step.reference]
    if (edge !== undefined && step.effect !== 'nothing left to do')
      elements.set(edge, step.reference === run.blockedBy ? 'blocks' : 'near')
    if (step.reference === run.blockedBy) elements.set(tableKey(data, step.table), 'blocks')
  }
  elements.set(tableKey(data, table), 'focus')
  return { elements }
}
