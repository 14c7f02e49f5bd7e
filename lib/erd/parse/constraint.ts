import type { Constraint, Node } from '@pgsql/types'
import { qualifiedName } from '@/lib/erd/names'
import type { Deferrability, ReferentialAction } from '@/lib/erd/model'
import { defaultConstraintName } from './constraint-names'
import { findColumn, type ForeignKeyDraft, type IndexDraft, type KeyDraft, type SchemaDraft, type TableDraft } from './draft'
import { columnsIn, expressionText, optionalExpression } from './expression'
import { indexPart } from './index-part'
import type { StatementSource } from './statement-source'
import { nameOfRelation, textsOf } from './syntax-tree'

const ACTIONS: Readonly<Record<string, ReferentialAction>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}

export interface ConstraintPlace {
  readonly draft: SchemaDraft
  readonly table: TableDraft
  readonly source: StatementSource
  /** The column a constraint is written on, or null for one of the table. */
  readonly column: string | null
}

/** Adds a table or column constraint; returns the name of what has no place in the model, or null. */
export function addConstraint(place: ConstraintPlace, constraint: Constraint): string | null {
  switch (constraint.contype) {
    case 'CONSTR_PRIMARY':
      return addPrimaryKey(place, constraint)
    case 'CONSTR_UNIQUE':
      return addUnique(place, constraint)
    case 'CONSTR_FOREIGN':
      return addForeignKey(place, constraint)
    case 'CONSTR_CHECK':
      return addCheck(place, constraint)
    case 'CONSTR_EXCLUSION':
      return addExclusion(place, constraint)
    case 'CONSTR_NOTNULL':
      return addNotNull(place, constraint)
    default:
      return `constraint ${constraint.contype ?? 'of an unknown kind'}`
  }
}

function addPrimaryKey(place: ConstraintPlace, constraint: Constraint): string | null {
  const key = readKey(place, constraint, 'pkey')
  place.table.primaryKey = key
  for (const name of key.columns) {
    const column = findColumn(place.table, name)
    if (column) column.notNull = true
  }
  return null
}

function addUnique(place: ConstraintPlace, constraint: Constraint): string | null {
  place.table.uniques.push(readKey(place, constraint, 'key'))
  return null
}

function readKey(place: ConstraintPlace, constraint: Constraint, label: 'pkey' | 'key'): KeyDraft {
  const adopted = adoptIndex(place.table, constraint.indexname)
  const columns = adopted ? adopted.parts.flatMap((part) => part.column ?? []) : ownColumns(place, constraint.keys)
  return {
    name: constraint.conname ?? constraint.indexname ?? defaultConstraintName(place.table, columns, label),
    columns,
    include: adopted?.include ?? textsOf(constraint.including),
    nullsNotDistinct: adopted?.nullsNotDistinct ?? constraint.nulls_not_distinct ?? false,
    deferrability: deferrabilityOf(constraint),
    comment: null,
    line: lineOf(place, constraint),
  }
}

/** `PRIMARY KEY USING INDEX i` turns the index into the key. */
function adoptIndex(table: TableDraft, name: string | undefined): IndexDraft | null {
  const position = table.indexes.findIndex((index) => index.name === name)
  return position === -1 ? null : (table.indexes.splice(position, 1)[0] ?? null)
}

function addForeignKey(place: ConstraintPlace, constraint: Constraint): string | null {
  const columns = place.column === null ? textsOf(constraint.fk_attrs) : [place.column]
  const target = nameOfRelation(constraint.pktable, place.draft.searchSchema)
  const key: ForeignKeyDraft = {
    name: constraint.conname ?? defaultConstraintName(place.table, columns, 'fkey'),
    table: place.table.id,
    columns,
    referencedTable: qualifiedName(target.schema, target.name),
    referencedColumns: textsOf(constraint.pk_attrs),
    onDelete: ACTIONS[constraint.fk_del_action ?? 'a'] ?? 'no action',
    onUpdate: ACTIONS[constraint.fk_upd_action ?? 'a'] ?? 'no action',
    setColumns: textsOf(constraint.fk_del_set_cols),
    match: constraint.fk_matchtype === 'f' ? 'full' : constraint.fk_matchtype === 'p' ? 'partial' : 'simple',
    deferrability: deferrabilityOf(constraint),
    validated: constraint.skip_validation !== true,
    enforced: constraint.is_enforced === true,
    comment: null,
    line: lineOf(place, constraint),
  }
  place.table.foreignKeys.push(key)
  return null
}

function addCheck(place: ConstraintPlace, constraint: Constraint): string | null {
  const mentioned = columnsIn(constraint.raw_expr)
  place.table.checks.push({
    name: constraint.conname ?? defaultConstraintName(place.table, mentioned.length === 1 ? mentioned : [], 'check'),
    expression: expressionText(constraint.raw_expr),
    validated: constraint.skip_validation !== true,
    noInherit: constraint.is_no_inherit === true,
    comment: null,
    line: lineOf(place, constraint),
  })
  return null
}

function addExclusion(place: ConstraintPlace, constraint: Constraint): string | null {
  const elements = (constraint.exclusions ?? []).map(exclusionElement)
  const columns = elements.flatMap(({ column }) => column ?? [])
  place.table.exclusions.push({
    name: constraint.conname ?? defaultConstraintName(place.table, columns, 'excl'),
    method: constraint.access_method ?? 'btree',
    elements: elements.map(({ element, operator }) => ({ element, operator })),
    predicate: optionalExpression(constraint.where_clause),
    deferrability: deferrabilityOf(constraint),
    comment: null,
    line: lineOf(place, constraint),
  })
  return null
}

function exclusionElement(node: Node): { column: string | null; element: string; operator: string } {
  const items = 'List' in node ? (node.List.items ?? []) : []
  const [part, operator] = items
  const element = part ? indexPart(part) : null
  const symbols = operator && 'List' in operator ? textsOf(operator.List.items) : []
  return { column: element?.column ?? null, element: element?.column ?? element?.expression ?? '', operator: symbols.join('.') }
}

function addNotNull(place: ConstraintPlace, constraint: Constraint): string | null {
  for (const name of ownColumns(place, constraint.keys)) {
    const column = findColumn(place.table, name)
    if (column) column.notNull = true
  }
  return constraint.conname === undefined || place.column !== null ? null : 'name of a NOT NULL constraint'
}

function ownColumns(place: ConstraintPlace, keys: readonly Node[] | undefined): string[] {
  return place.column === null ? textsOf(keys) : [place.column]
}

export function deferrabilityOf(constraint: Constraint): Deferrability {
  if (constraint.initdeferred) return 'initially deferred'
  return constraint.deferrable ? 'initially immediate' : 'not deferrable'
}

function lineOf(place: ConstraintPlace, constraint: Constraint): number {
  return place.source.lineAt(constraint.location)
}
