import type { CommentStmt } from '@pgsql/types'
import { qualifiedName } from '@/lib/erd/names'
import { failed, ignored, USED, type Outcome, type SchemaDraft, type TableDraft } from './draft'
import { dottedName, nameFromParts } from './syntax-tree'

type Commented = { comment: string | null }

const UNUSED_NAMES: Readonly<Record<string, string>> = {
  TABCONSTRAINT: 'CONSTRAINT',
  MATVIEW: 'MATERIALIZED VIEW',
  DOMCONSTRAINT: 'CONSTRAINT ON DOMAIN',
}

export function commentOn(draft: SchemaDraft, statement: CommentStmt): Outcome {
  const kind = (statement.objtype ?? '').replace('OBJECT_', '')
  const parts = dottedName(statement.object)
  const target = findTarget(draft, kind, parts)
  if (target === 'not modelled') return ignored(`COMMENT ON ${(UNUSED_NAMES[kind] ?? kind).replace('_', ' ')}`)
  if (!target)
    return failed('missing-object', `COMMENT ON ${kind} ${parts.join('.')}: there is no such object before this statement`)
  target.comment = statement.comment ?? null
  return USED
}

function findTarget(draft: SchemaDraft, kind: string, parts: readonly string[]): Commented | undefined | 'not modelled' {
  const id = idOf(draft, parts)
  switch (kind) {
    case 'TABLE':
    case 'FOREIGN_TABLE':
      return draft.tables.get(id)
    case 'VIEW':
    case 'MATVIEW':
      return draft.views.get(id)
    case 'TYPE':
    case 'DOMAIN':
      return draft.enums.get(id) ?? draft.domains.get(id) ?? draft.composites.get(id) ?? 'not modelled'
    case 'COLUMN':
      return findColumnTarget(draft, parts)
    case 'TABCONSTRAINT':
      return constraintOf(draft.tables.get(idOf(draft, parts.slice(0, -1))), parts.at(-1))
    case 'POLICY':
      return draft.tables.get(idOf(draft, parts.slice(0, -1)))?.policies.find(({ name }) => name === parts.at(-1))
    case 'INDEX':
      return findIndex(draft, parts)
    default:
      return 'not modelled'
  }
}

function idOf(draft: SchemaDraft, parts: readonly string[]): string {
  const { schema, name } = nameFromParts(parts, draft.searchSchema)
  return qualifiedName(schema, name)
}

function findColumnTarget(draft: SchemaDraft, parts: readonly string[]): Commented | undefined | 'not modelled' {
  const owner = idOf(draft, parts.slice(0, -1))
  const table = draft.tables.get(owner)
  if (!table) return draft.views.has(owner) || draft.composites.has(owner) ? 'not modelled' : undefined
  const column = table.columns.find(({ name }) => name === parts.at(-1))
  // The columns of partitions and child tables are copied from the parent at the end.
  return column ?? (table.partitionOf || table.inherits.length > 0 ? 'not modelled' : undefined)
}

function constraintOf(table: TableDraft | undefined, name: string | undefined): Commented | undefined {
  if (!table) return undefined
  const all = [
    ...(table.primaryKey ? [table.primaryKey] : []),
    ...table.uniques,
    ...table.foreignKeys,
    ...table.checks,
    ...table.exclusions,
  ]
  return all.find((constraint) => constraint.name === name)
}

function findIndex(draft: SchemaDraft, parts: readonly string[]): Commented | 'not modelled' {
  const { schema, name } = nameFromParts(parts, draft.searchSchema)
  for (const table of draft.tables.values()) {
    if (table.schema !== schema) continue
    const found = table.indexes.find((index) => index.name === name) ?? constraintOf(table, name)
    if (found) return found
  }
  return 'not modelled'
}
