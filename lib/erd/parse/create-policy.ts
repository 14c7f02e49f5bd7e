import type { CreatePolicyStmt, Node } from '@pgsql/types'
import type { PolicyCommand } from '@/lib/erd/model'
import { qualifiedName } from '@/lib/erd/names'
import { missingTable, USED, type Outcome, type SchemaDraft } from './draft'
import { columnsIn, optionalExpression } from './expression'
import type { StatementSource } from './statement-source'
import { nameOfRelation } from './syntax-tree'

const COMMANDS: readonly PolicyCommand[] = ['all', 'select', 'insert', 'update', 'delete']

const SPECIAL_ROLES: Readonly<Record<string, string>> = {
  ROLESPEC_PUBLIC: 'public',
  ROLESPEC_CURRENT_USER: 'current_user',
  ROLESPEC_CURRENT_ROLE: 'current_role',
  ROLESPEC_SESSION_USER: 'session_user',
}

export function createPolicy(draft: SchemaDraft, statement: CreatePolicyStmt, source: StatementSource): Outcome {
  const { schema, name } = nameOfRelation(statement.table, draft.searchSchema)
  const id = qualifiedName(schema, name)
  const table = draft.tables.get(id)
  if (!table) return missingTable(id)
  table.policies.push({
    name: statement.policy_name ?? '',
    permissive: statement.permissive === true,
    command: COMMANDS.find((command) => command === statement.cmd_name) ?? 'all',
    roles: (statement.roles ?? []).map(roleName),
    using: optionalExpression(statement.qual),
    check: optionalExpression(statement.with_check),
    usingColumns: columnsIn(statement.qual),
    checkColumns: columnsIn(statement.with_check),
    comment: null,
    line: source.line,
  })
  return USED
}

function roleName(node: Node): string {
  if (!('RoleSpec' in node)) return 'public'
  const { roletype, rolename } = node.RoleSpec
  return rolename ?? SPECIAL_ROLES[roletype ?? ''] ?? 'public'
}
