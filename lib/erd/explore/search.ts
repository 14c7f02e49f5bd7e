import type { ExplorerData, ExplorerTable } from './explorer-data'

export interface SearchHit {
  readonly kind: 'table' | 'column' | 'index' | 'policy'
  readonly table: string
  readonly name: string
  /** Type, definition or command: what tells two hits of one name apart. */
  readonly detail: string
}

const MOST_HITS = 30

/** Every word has to be found, in any order: in the name, or in the table or detail it belongs to. */
export function searchSchema(data: ExplorerData, query: string): readonly SearchHit[] {
  const words = query
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const ranked = data.tables.flatMap(hitsOf).flatMap((hit, position) => {
    const score = scoreOf(hit, words)
    return score === null ? [] : [{ hit, score, position }]
  })
  return ranked
    .sort((a, b) => a.score - b.score || a.position - b.position)
    .slice(0, MOST_HITS)
    .map(({ hit }) => hit)
}

function hitsOf(table: ExplorerTable): SearchHit[] {
  return [
    { kind: 'table', table: table.id, name: table.id, detail: table.comment ?? '' },
    ...table.columns.map((column): SearchHit => ({ kind: 'column', table: table.id, name: column.name, detail: column.type })),
    ...table.indexes.map((index): SearchHit => ({ kind: 'index', table: table.id, name: index.name, detail: index.text })),
    ...table.policies.map((policy): SearchHit => ({
      kind: 'policy',
      table: table.id,
      name: policy.name,
      detail: policy.command,
    })),
  ]
}

/** Lower is better; null when a word is missing. */
function scoreOf(hit: SearchHit, words: readonly string[]): number | null {
  const name = hit.name.toLowerCase()
  const around = `${hit.table} ${hit.name} ${hit.detail}`.toLowerCase()
  if (!words.every((word) => around.includes(word)) || !words.some((word) => name.includes(word))) return null
  const kind = hit.kind === 'table' ? 0 : hit.kind === 'column' ? 1 : 2
  const exact = words.some((word) => name === word) ? 0 : words.some((word) => name.startsWith(word)) ? 10 : 20
  return exact + kind
}
