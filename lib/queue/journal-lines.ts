import type { Journal } from './journal'
import { LINE_KINDS, type LineKind } from './line-names'

// The event log read back: a page asks for what it shows, and only then.

export type Line = {
  readonly index: number
  readonly at: number
  readonly kind: LineKind
  readonly id: number
  readonly key: number
  readonly place: number
  readonly value: number
}

export function lineAt(journal: Journal, index: number): Line | null {
  if (index < journal.first || index >= journal.total) return null
  const { columns } = journal
  const row = index & (columns.at.length - 1)
  return {
    index,
    at: columns.at[row]!,
    kind: LINE_KINDS[columns.kind[row]!]!,
    id: columns.id[row]!,
    key: columns.key[row]!,
    place: columns.place[row]!,
    value: columns.value[row]!,
  }
}

export type LineFilter = { readonly id?: number; readonly key?: number; readonly kinds?: readonly LineKind[] }

/** Indices of the kept lines that pass, oldest first: what a virtual list needs to know its length and to fetch any row. */
export function matchingLines(journal: Journal, filter: LineFilter): Int32Array {
  const { columns, first, total } = journal
  const mask = columns.at.length - 1
  const wanted = new Uint8Array(LINE_KINDS.length).fill(filter.kinds === undefined ? 1 : 0)
  for (const kind of filter.kinds ?? []) wanted[LINE_KINDS.indexOf(kind)] = 1
  const found = new Int32Array(total - first)
  let count = 0
  for (let index = first; index < total; index += 1) {
    const row = index & mask
    if (wanted[columns.kind[row]!] === 0) continue
    if (filter.id !== undefined && columns.id[row] !== filter.id) continue
    if (filter.key !== undefined && columns.key[row] !== filter.key) continue
    found[count] = index
    count += 1
  }
  return found.slice(0, count)
}
