import type { CreateForeignTableStmt, CreateStmt, Node } from '@pgsql/types'
import { qualifiedName } from '@/lib/erd/names'
import { addColumn } from './column'
import { addConstraint } from './constraint'
import { emptyTable, failed, type KeyDraft, type Outcome, type SchemaDraft, type TableDraft } from './draft'
import { copyLike } from './like-clause'
import { boundsText, partitionKeyText } from './partition'
import type { StatementSource } from './statement-source'
import { nameFromParts, nameOfRelation, textsOf } from './syntax-tree'

const PERSISTENCE: Readonly<Record<string, TableDraft['persistence']>> = { p: 'permanent', u: 'unlogged', t: 'temporary' }

export function createTable(draft: SchemaDraft, statement: CreateStmt, source: StatementSource): Outcome {
  const name = nameOfRelation(statement.relation, draft.searchSchema)
  const id = qualifiedName(name.schema, name.name)
  const existing = draft.tables.get(id)
  if (existing && statement.if_not_exists) return { kind: 'ignored', as: 'CREATE TABLE IF NOT EXISTS of an existing table' }
  if (existing)
    return failed(
      'duplicate-table',
      `table ${id} is already defined on line ${existing.line}; this second definition is not used`,
    )
  const table = emptyTable(name, source.line)
  table.persistence = PERSISTENCE[statement.relation?.relpersistence ?? 'p'] ?? 'permanent'
  const unused = [
    ...addAncestry(draft, table, statement),
    ...addElements(draft, table, statement.tableElts ?? [], source),
    ...storageClauses(statement),
  ]
  dropRepeatedKeys(table)
  draft.tables.set(id, table)
  return { kind: 'used', ignoredClauses: unused }
}

/** A CREATE TABLE that states one key twice gets one index from PostgreSQL, as its dump shows. */
function dropRepeatedKeys(table: TableDraft): void {
  const textOf = ({ columns, nullsNotDistinct, deferrability }: KeyDraft): string =>
    JSON.stringify([columns, nullsNotDistinct, deferrability])
  const seen = new Set(table.primaryKey ? [textOf(table.primaryKey)] : [])
  table.uniques = table.uniques.filter((key) => !seen.has(textOf(key)) && seen.add(textOf(key)))
}

export function createForeignTable(draft: SchemaDraft, statement: CreateForeignTableStmt, source: StatementSource): Outcome {
  const outcome = createTable(draft, statement.base ?? {}, source)
  const { schema, name } = nameOfRelation(statement.base?.relation, draft.searchSchema)
  const table = draft.tables.get(qualifiedName(schema, name))
  if (outcome.kind !== 'used' || !table) return outcome
  table.kind = 'foreign'
  return { kind: 'used', ignoredClauses: [...(outcome.ignoredClauses ?? []), 'foreign table SERVER and OPTIONS'] }
}

function addAncestry(draft: SchemaDraft, table: TableDraft, statement: CreateStmt): string[] {
  const parents = (statement.inhRelations ?? []).flatMap((node) =>
    'RangeVar' in node ? [nameOfRelation(node.RangeVar, draft.searchSchema)] : [],
  )
  const ids = parents.map(({ schema, name }) => qualifiedName(schema, name))
  if (statement.partspec) {
    table.kind = 'partitioned'
    table.partitionKey = partitionKeyText(statement.partspec)
  }
  if (statement.partbound && ids[0] !== undefined) {
    table.kind = 'partition'
    table.partitionOf = { parent: ids[0], bounds: boundsText(statement.partbound) }
  } else table.inherits = ids
  return statement.ofTypename ? copyComposite(draft, table, textsOf(statement.ofTypename.names)) : []
}

function copyComposite(draft: SchemaDraft, table: TableDraft, parts: readonly string[]): string[] {
  const { schema, name } = nameFromParts(parts, draft.searchSchema)
  const composite = draft.composites.get(qualifiedName(schema, name))
  if (!composite) return ['OF a type that is not defined in this file']
  table.columns = composite.attributes.map((attribute) => ({
    ...attribute,
    notNull: false,
    defaultValue: null,
    generated: null,
    identity: null,
    collation: null,
    comment: null,
    line: table.line,
  }))
  return []
}

function addElements(draft: SchemaDraft, table: TableDraft, elements: readonly Node[], source: StatementSource): string[] {
  const unused: string[] = []
  // Constraints wait for the columns: a key may be written before the column it names.
  for (const element of elements) {
    if ('ColumnDef' in element) unused.push(...addOrRefine(draft, table, element.ColumnDef, source))
    if ('TableLikeClause' in element) unused.push(...copyLike(draft, table, element.TableLikeClause))
  }
  for (const element of elements) {
    if (!('Constraint' in element)) continue
    const leftOver = addConstraint({ draft, table, source, column: null }, element.Constraint)
    if (leftOver !== null) unused.push(leftOver)
  }
  return unused
}

type Definition = Extract<Node, { ColumnDef: unknown }>['ColumnDef']

/** In `CREATE TABLE … OF type (column WITH OPTIONS …)` the column exists already and only gains constraints. */
function addOrRefine(draft: SchemaDraft, table: TableDraft, definition: Definition, source: StatementSource): string[] {
  const inherited = definition.typeName ? undefined : table.columns.find(({ name }) => name === definition.colname)
  const unused = addColumn(draft, table, definition, source)
  const added = table.columns.at(-1)
  if (!inherited || !added) return unused
  table.columns.pop()
  Object.assign(inherited, { ...added, type: inherited.type })
  return unused
}

function storageClauses(statement: CreateStmt): string[] {
  const clauses: string[] = []
  if (statement.options && statement.options.length > 0) clauses.push('table WITH (storage parameters)')
  if (statement.tablespacename !== undefined) clauses.push('TABLESPACE')
  if (statement.accessMethod !== undefined) clauses.push('table USING (access method)')
  if (statement.oncommit !== undefined && statement.oncommit !== 'ONCOMMIT_NOOP') clauses.push('ON COMMIT')
  return clauses
}
