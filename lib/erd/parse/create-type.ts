import type { AlterEnumStmt, CompositeTypeStmt, CreateDomainStmt, CreateEnumStmt } from '@pgsql/types'
import { qualifiedName } from '@/lib/erd/names'
import { failed, USED, type Outcome, type SchemaDraft } from './draft'
import { expressionText } from './expression'
import type { StatementSource } from './statement-source'
import { nameFromParts, nameOfRelation, textsOf, type ObjectName } from './syntax-tree'
import { typeText } from './type-name'

export function createEnum(draft: SchemaDraft, statement: CreateEnumStmt, source: StatementSource): Outcome {
  const name = nameFromParts(textsOf(statement.typeName), draft.searchSchema)
  return define(draft.enums, name, { ...identity(name, source), values: textsOf(statement.vals) })
}

/** `ALTER TYPE … ADD VALUE` and `RENAME VALUE`. */
export function alterEnum(draft: SchemaDraft, statement: AlterEnumStmt): Outcome {
  const { schema, name } = nameFromParts(textsOf(statement.typeName), draft.searchSchema)
  const type = draft.enums.get(qualifiedName(schema, name))
  if (!type) return failed('missing-type', `enum ${qualifiedName(schema, name)} is not defined before this statement`)
  const values = [...type.values]
  const added = statement.newVal ?? ''
  if (statement.oldVal !== undefined) type.values = values.map((value) => (value === statement.oldVal ? added : value))
  else {
    const neighbour = values.indexOf(statement.newValNeighbor ?? '')
    const position = neighbour === -1 ? values.length : neighbour + (statement.newValIsAfter ? 1 : 0)
    type.values = [...values.slice(0, position), added, ...values.slice(position)]
  }
  return USED
}

export function createDomain(draft: SchemaDraft, statement: CreateDomainStmt, source: StatementSource): Outcome {
  const name = nameFromParts(textsOf(statement.domainname), draft.searchSchema)
  const constraints = (statement.constraints ?? []).flatMap((node) => ('Constraint' in node ? [node.Constraint] : []))
  const withDefault = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')
  return define(draft.domains, name, {
    ...identity(name, source),
    baseType: typeText(statement.typeName, draft.searchSchema),
    notNull: constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL'),
    defaultValue: withDefault ? expressionText(withDefault.raw_expr) : null,
    checks: constraints
      .filter(({ contype }) => contype === 'CONSTR_CHECK')
      .map(({ conname, raw_expr }) => ({ name: conname ?? null, expression: expressionText(raw_expr) })),
  })
}

export function createComposite(draft: SchemaDraft, statement: CompositeTypeStmt, source: StatementSource): Outcome {
  const name = nameOfRelation(statement.typevar, draft.searchSchema)
  const attributes = (statement.coldeflist ?? []).flatMap((node) =>
    'ColumnDef' in node
      ? [{ name: node.ColumnDef.colname ?? '', type: typeText(node.ColumnDef.typeName, draft.searchSchema) }]
      : [],
  )
  return define(draft.composites, name, { ...identity(name, source), attributes })
}

function identity(name: ObjectName, source: StatementSource): ObjectName & { id: string; comment: null; line: number } {
  return { id: qualifiedName(name.schema, name.name), schema: name.schema, name: name.name, comment: null, line: source.line }
}

function define<T extends { line: number }>(types: Map<string, T>, { schema, name }: ObjectName, type: T): Outcome {
  const id = qualifiedName(schema, name)
  const existing = types.get(id)
  if (existing) return failed('duplicate-type', `type ${id} is already defined on line ${existing.line}`)
  types.set(id, type)
  return USED
}
