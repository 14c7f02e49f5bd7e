import type { ForeignKey, Key, Table, TableIndex } from '@/lib/erd/model'
import { indexPartText } from '@/lib/erd/index-text'
import { quoteName, quoteNames } from '@/lib/erd/names'
import type { Observation, Rule } from './finding'

export const INDEX_RULES: readonly Rule[] = [
  {
    id: 'reference-without-index',
    topic: 'structure',
    title: 'A foreign key without an index',
    severity: 'medium',
    check: ({ model }) =>
      model.tables
        .filter((table) => table.partitionOf === null && table.kind !== 'foreign')
        .flatMap((table) =>
          table.foreignKeys
            .filter((key) => !isCovered(table, key))
            .map((key): Observation => ({
              table: table.id,
              object: key.name,
              column: key.columns.at(-1) ?? null,
              line: key.line,
              explanation: `Deleting or re-keying a row of ${key.referencedTable} looks for its rows in ${table.id} by (${key.columns.join(', ')}); without an index that reads the whole table each time.`,
              fix: `CREATE INDEX ON ${table.id} (${quoteNames(key.columns)});`,
            })),
        ),
  },
  {
    id: 'duplicate-index',
    topic: 'structure',
    title: 'An index that another one makes superfluous',
    severity: 'low',
    check: ({ model }) => model.tables.flatMap(superfluousIndexes),
  },
]

interface Coverage {
  readonly name: string
  readonly parts: readonly string[]
  readonly unique: boolean
  readonly shape: string
  readonly line: number
  readonly isKey: boolean
}

function isCovered(table: Table, key: ForeignKey): boolean {
  const leads = (columns: readonly (string | null)[]): boolean =>
    key.columns.every((column) => columns.slice(0, key.columns.length).includes(column))
  const keys = [...(table.primaryKey ? [table.primaryKey] : []), ...table.uniques]
  if (keys.some(({ columns }) => leads(columns))) return true
  return table.indexes.some((index) => servesLookups(index, key) && leads(index.parts.map((part) => part.column)))
}

/** A partial index serves when all it leaves out are rows whose reference is empty. */
function servesLookups(index: TableIndex, key: ForeignKey): boolean {
  if (index.method !== 'btree' && index.method !== 'hash') return false
  if (index.predicate === null) return true
  const onlyNotNull = index.predicateNotNull.map((column) => `${quoteName(column)} IS NOT NULL`).join(' AND ')
  return index.predicate === onlyNotNull && index.predicateNotNull.every((column) => key.columns.includes(column))
}

function superfluousIndexes(table: Table): Observation[] {
  const all = [
    ...(table.primaryKey ? [keyCoverage(table.primaryKey)] : []),
    ...table.uniques.map(keyCoverage),
    ...table.indexes.map(indexCoverage),
  ]
  return all.flatMap((candidate, position): Observation[] => {
    const better = all.find(
      (other, otherPosition) => otherPosition !== position && makesSuperfluous(other, candidate, otherPosition < position),
    )
    return better === undefined
      ? []
      : [
          {
            table: table.id,
            object: candidate.name,
            line: candidate.line,
            explanation:
              better.parts.length === candidate.parts.length
                ? `${candidate.name} and ${better.name} index the same (${candidate.parts.join(', ')}): every write pays twice.`
                : `${candidate.name} (${candidate.parts.join(', ')}) is the beginning of ${better.name} (${better.parts.join(', ')}), which serves the same queries.`,
            fix: candidate.isKey
              ? `ALTER TABLE ${table.id} DROP CONSTRAINT ${quoteName(candidate.name)};`
              : `DROP INDEX ${quoteName(candidate.name)};`,
          },
        ]
  })
}

function makesSuperfluous(other: Coverage, candidate: Coverage, isEarlier: boolean): boolean {
  if (other.shape !== candidate.shape || !candidate.parts.every((part, position) => other.parts[position] === part)) return false
  if (other.parts.length > candidate.parts.length) return !candidate.unique && candidate.shape.startsWith('btree')
  if (other.unique !== candidate.unique) return other.unique
  return isEarlier
}

function keyCoverage(key: Key): Coverage {
  return {
    name: key.name,
    parts: key.columns.map(quoteName),
    unique: true,
    shape: shape('btree', null, key.include),
    line: key.line,
    isKey: true,
  }
}

function indexCoverage(index: TableIndex): Coverage {
  return {
    name: index.name,
    parts: index.parts.map(indexPartText),
    unique: index.unique,
    shape: shape(index.method, index.predicate, index.include),
    line: index.line,
    isKey: false,
  }
}

function shape(method: string, predicate: string | null, include: readonly string[]): string {
  return [method, predicate ?? '', [...include].sort().join(',')].join('|')
}
