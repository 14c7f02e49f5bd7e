import type { ColumnDef, Constraint } from '@pgsql/types'
import { quoteName, quoteText } from '@/lib/erd/names'
import { addConstraint } from './constraint'
import type { ColumnDraft, SchemaDraft, TableDraft } from './draft'
import { expressionText, optionalExpression } from './expression'
import type { StatementSource } from './statement-source'
import { textsOf } from './syntax-tree'
import { serialBaseType, typeText } from './type-name'

/** Adds a column with its own constraints; returns the clauses that have no place in the model. */
export function addColumn(draft: SchemaDraft, table: TableDraft, definition: ColumnDef, source: StatementSource): string[] {
  const column = columnFrom(draft, table, definition, source)
  table.columns.push(column)
  const unused = definition.storage || definition.storage_name ? ['column STORAGE'] : []
  if (definition.compression !== undefined) unused.push('column COMPRESSION')
  const constraints = withAttributes(
    (definition.constraints ?? []).flatMap((node) => ('Constraint' in node ? [node.Constraint] : [])),
  )
  for (const constraint of constraints) {
    if (applyToColumn(column, constraint)) continue
    const leftOver = addConstraint({ draft, table, source, column: column.name }, constraint)
    if (leftOver !== null) unused.push(leftOver)
  }
  return unused
}

function columnFrom(draft: SchemaDraft, table: TableDraft, definition: ColumnDef, source: StatementSource): ColumnDraft {
  const name = definition.colname ?? ''
  const serial = serialBaseType(definition.typeName)
  return {
    name,
    type: serial ?? typeText(definition.typeName, draft.searchSchema),
    notNull: serial !== null || definition.is_not_null === true,
    defaultValue: serial === null ? optionalExpression(definition.raw_default) : sequenceDefault(table, name),
    generated: null,
    identity: null,
    collation: textsOf(definition.collClause?.collname).at(-1) ?? null,
    comment: null,
    line: source.lineAt(definition.location),
  }
}

function sequenceDefault(table: TableDraft, column: string): string {
  const sequence = `${table.schema === 'public' ? '' : `${quoteName(table.schema)}.`}${quoteName(`${table.name}_${column}_seq`)}`
  return `nextval(CAST(${quoteText(sequence)} AS regclass))`
}

function applyToColumn(column: ColumnDraft, constraint: Constraint): boolean {
  switch (constraint.contype) {
    case 'CONSTR_NULL':
      return true
    case 'CONSTR_NOTNULL':
      column.notNull = true
      return true
    case 'CONSTR_DEFAULT':
      column.defaultValue = optionalExpression(constraint.raw_expr)
      return true
    case 'CONSTR_IDENTITY':
      applyIdentity(column, constraint)
      return true
    case 'CONSTR_GENERATED':
      column.generated = { expression: expressionText(constraint.raw_expr), stored: constraint.generated_kind !== 'v' }
      return true
    default:
      return false
  }
}

export function applyIdentity(column: ColumnDraft, constraint: Constraint): void {
  column.identity = constraint.generated_when === 'a' ? 'always' : 'by default'
  column.notNull = true
}

/** `REFERENCES t DEFERRABLE` arrives as a constraint followed by its attributes. */
function withAttributes(constraints: readonly Constraint[]): Constraint[] {
  const merged: Constraint[] = []
  for (const constraint of constraints) {
    const last = merged.at(-1)
    const attributes = attributesOf(constraint)
    if (attributes && last) merged[merged.length - 1] = { ...last, ...attributes }
    else merged.push(constraint)
  }
  return merged
}

function attributesOf(constraint: Constraint): Constraint | null {
  switch (constraint.contype) {
    case 'CONSTR_ATTR_DEFERRABLE':
      return { deferrable: true }
    case 'CONSTR_ATTR_NOT_DEFERRABLE':
      return { deferrable: false }
    case 'CONSTR_ATTR_DEFERRED':
      return { deferrable: true, initdeferred: true }
    case 'CONSTR_ATTR_IMMEDIATE':
      return { initdeferred: false }
    case 'CONSTR_ATTR_ENFORCED':
      return { is_enforced: true }
    case 'CONSTR_ATTR_NOT_ENFORCED':
      return { is_enforced: false, skip_validation: true }
    default:
      return null
  }
}
