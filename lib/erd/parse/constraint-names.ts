import type { TableDraft } from './draft'

const NAME_BYTES = 63

/** The name PostgreSQL gives a constraint that has none, so that a hand-written schema and its dump read alike. */
export function defaultConstraintName(
  table: TableDraft,
  columns: readonly string[],
  label: 'pkey' | 'key' | 'fkey' | 'check' | 'excl' | 'idx',
): string {
  const taken = takenNames(table)
  const middle = label === 'pkey' ? '' : columns.join('_')
  for (let attempt = 0; ; attempt += 1) {
    const name = fit(table.name, middle, attempt === 0 ? label : `${label}${attempt}`)
    if (!taken.has(name)) return name
  }
}

function takenNames(table: TableDraft): Set<string> {
  const named = [...table.uniques, ...table.foreignKeys, ...table.checks, ...table.exclusions, ...table.indexes].map(
    (part) => part.name,
  )
  return new Set(table.primaryKey ? [...named, table.primaryKey.name] : named)
}

/** Shortens the longer of the two parts, one byte at a time, as makeObjectName does. */
function fit(first: string, second: string, label: string): string {
  const encoder = new TextEncoder()
  const bytes = (text: string): number => encoder.encode(text).length
  const joined = (left: string, right: string): string => [left, right, label].filter((part) => part !== '').join('_')
  let left = first
  let right = second
  while (bytes(joined(left, right)) > NAME_BYTES) {
    if (bytes(left) > bytes(right)) left = [...left].slice(0, -1).join('')
    else right = [...right].slice(0, -1).join('')
  }
  return joined(left, right)
}
