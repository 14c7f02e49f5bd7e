import type { Node } from '@pgsql/types'
import { deparseSync } from 'pgsql-parser'
import { textsOf, visitTagged } from './syntax-tree'

/** An expression as one line of SQL. */
export function expressionText(node: Node | undefined): string {
  if (!node) return ''
  return deparseSync(node, { pretty: false }).trim()
}

export function optionalExpression(node: Node | undefined): string | null {
  return node ? expressionText(node) : null
}

/** The last part of every column reference: `t.tenant_id` counts as `tenant_id`. */
export function columnsIn(node: Node | undefined): string[] {
  const found = new Set<string>()
  visitTagged(node, 'ColumnRef', (reference) => {
    const fields = Array.isArray(reference['fields']) ? (reference['fields'] as Node[]) : []
    const name = textsOf(fields).at(-1)
    if (name !== undefined) found.add(name)
  })
  return [...found]
}

/** Columns that a predicate requires to be not null, looking through AND only. */
export function columnsRequiredNotNull(node: Node | undefined): string[] {
  if (!node) return []
  if ('BoolExpr' in node && node.BoolExpr.boolop === 'AND_EXPR') return (node.BoolExpr.args ?? []).flatMap(columnsRequiredNotNull)
  if ('NullTest' in node && node.NullTest.nulltesttype === 'IS_NOT_NULL') return columnsIn(node.NullTest.arg)
  return []
}
