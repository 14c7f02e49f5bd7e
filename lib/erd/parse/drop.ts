import type { DropStmt } from '@pgsql/types'
import { qualifiedName } from '@/lib/erd/names'
import { failed, ignored, type Outcome, type SchemaDraft } from './draft'
import { dottedName, nameFromParts } from './syntax-tree'

/** `pg_dump --clean` begins by dropping what does not exist yet; a migration may drop what does. */
export function dropObjects(draft: SchemaDraft, statement: DropStmt): Outcome {
  const kind = (statement.removeType ?? '').replace('OBJECT_', '')
  const dropped = (statement.objects ?? []).filter((object) => dropOne(draft, kind, dottedName(object)))
  if (dropped.length > 0) return { kind: 'used' }
  if (kind === 'TABLE' && !statement.missing_ok)
    return failed('missing-table', 'DROP TABLE of a table that is not defined before this statement')
  return ignored(`DROP ${kind.replace('MATVIEW', 'MATERIALIZED VIEW').replace('_', ' ')}`)
}

function dropOne(draft: SchemaDraft, kind: string, parts: readonly string[]): boolean {
  const { schema, name } = nameFromParts(parts, draft.searchSchema)
  const id = qualifiedName(schema, name)
  switch (kind) {
    case 'TABLE':
    case 'FOREIGN_TABLE':
      return draft.tables.delete(id)
    case 'VIEW':
    case 'MATVIEW':
      return draft.views.delete(id)
    case 'TYPE':
    case 'DOMAIN':
      return draft.enums.delete(id) || draft.domains.delete(id) || draft.composites.delete(id)
    case 'INDEX':
      return dropIndex(draft, schema, name)
    case 'POLICY':
      return dropPolicy(draft, parts)
    default:
      return false
  }
}

function dropIndex(draft: SchemaDraft, schema: string, name: string): boolean {
  for (const table of draft.tables.values()) {
    const remaining = table.indexes.filter((index) => index.name !== name)
    if (table.schema !== schema || remaining.length === table.indexes.length) continue
    table.indexes = remaining
    return true
  }
  return false
}

function dropPolicy(draft: SchemaDraft, parts: readonly string[]): boolean {
  const owner = nameFromParts(parts.slice(0, -1), draft.searchSchema)
  const table = draft.tables.get(qualifiedName(owner.schema, owner.name))
  const remaining = (table?.policies ?? []).filter((policy) => policy.name !== parts.at(-1))
  if (!table || remaining.length === table.policies.length) return false
  table.policies = remaining
  return true
}
