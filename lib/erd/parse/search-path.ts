import type { Node, SelectStmt, VariableSetStmt } from '@pgsql/types'
import { textOf } from './syntax-tree'

/** `SET search_path = app, public`: unqualified names belong to the first schema. Null when the statement sets something else. */
export function searchPathFromSet(statement: VariableSetStmt): string | null {
  if (statement.name !== 'search_path') return null
  return firstSchema((statement.args ?? []).map(constantText))
}

/** The form of newer dumps: `SELECT pg_catalog.set_config('search_path', '', false)`. */
export function searchPathFromSelect(statement: SelectStmt): string | null {
  const target = statement.targetList?.[0]
  const call = target && 'ResTarget' in target ? target.ResTarget.val : undefined
  if (!call || !('FuncCall' in call) || textOf(call.FuncCall.funcname?.at(-1)) !== 'set_config') return null
  const [name, value] = (call.FuncCall.args ?? []).map(constantText)
  return name === 'search_path' ? firstSchema((value ?? '').split(',').map((part) => part.trim())) : null
}

function firstSchema(schemas: readonly string[]): string {
  return (
    schemas.find((schema) => schema !== '' && schema !== '"$user"' && schema !== '$user' && schema !== 'pg_catalog') ?? 'public'
  )
}

function constantText(node: Node): string {
  return 'A_Const' in node ? (node.A_Const.sval?.sval ?? '') : ''
}
