import type { CreateTableAsStmt, Node, ViewStmt } from '@pgsql/types'
import { qualifiedName } from '@/lib/erd/names'
import { ignored, USED, type Outcome, type SchemaDraft } from './draft'
import { expressionText } from './expression'
import type { StatementSource } from './statement-source'
import { nameOfRelation, textOf, visitTagged } from './syntax-tree'

export function createView(draft: SchemaDraft, statement: ViewStmt, source: StatementSource): Outcome {
  const { schema, name } = nameOfRelation(statement.view, draft.searchSchema)
  const id = qualifiedName(schema, name)
  draft.views.set(id, {
    id,
    schema,
    name,
    materialized: false,
    definition: expressionText(statement.query),
    reads: relationsRead(draft, statement.query),
    securityInvoker: (statement.options ?? []).some(isSecurityInvoker),
    comment: null,
    line: source.line,
  })
  return USED
}

export function createMaterializedView(draft: SchemaDraft, statement: CreateTableAsStmt, source: StatementSource): Outcome {
  if (statement.objtype !== 'OBJECT_MATVIEW') return ignored('CREATE TABLE AS (its columns are those of a query)')
  const { schema, name } = nameOfRelation(statement.into?.rel, draft.searchSchema)
  const id = qualifiedName(schema, name)
  draft.views.set(id, {
    id,
    schema,
    name,
    materialized: true,
    definition: expressionText(statement.query),
    reads: relationsRead(draft, statement.query),
    securityInvoker: false,
    comment: null,
    line: source.line,
  })
  return USED
}

function relationsRead(draft: SchemaDraft, query: Node | undefined): string[] {
  const found = new Set<string>()
  const temporary = new Set<string>()
  visitTagged(query, 'CommonTableExpr', (expression) => temporary.add(String(expression['ctename'])))
  visitTagged(query, 'RangeVar', (relation) => {
    const name = String(relation['relname'])
    const schema = relation['schemaname']
    if (schema === undefined && temporary.has(name)) return
    found.add(qualifiedName(typeof schema === 'string' ? schema : draft.searchSchema, name))
  })
  return [...found].sort()
}

function isSecurityInvoker(option: Node): boolean {
  if (!('DefElem' in option) || option.DefElem.defname !== 'security_invoker') return false
  const value = option.DefElem.arg
  if (value === undefined) return true
  if ('Boolean' in value) return value.Boolean.boolval === true
  if ('Integer' in value) return value.Integer.ival === 1
  return /^(true|on|yes|1)$/i.test(textOf(value) ?? ('TypeName' in value ? (textOf(value.TypeName.names?.at(-1)) ?? '') : ''))
}
