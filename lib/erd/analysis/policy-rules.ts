import type { Policy, PolicyCommand, Table } from '@/lib/erd/model'
import type { AnalysisContext, Observation, Rule } from './finding'
import { owned } from './tenant-key-rules'

const COMMANDS: readonly Exclude<PolicyCommand, 'all'>[] = ['select', 'insert', 'update', 'delete']

export const POLICY_RULES: readonly Rule[] = [
  {
    id: 'row-security-disabled',
    topic: 'tenant isolation',
    title: 'Tenant data without row-level security',
    severity: 'high',
    check: (context) =>
      guarded(context)
        .filter(({ table }) => !table.rowSecurity.enabled)
        .map(({ table }) => ({
          table: table.id,
          line: table.line,
          explanation:
            table.policies.length > 0
              ? `${table.id} has policies, but row-level security is not enabled, so none of them is applied.`
              : `Every query on ${table.id} that forgets its WHERE shows all tenants.`,
          fix: `ALTER TABLE ${table.id} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table.id} FORCE ROW LEVEL SECURITY;`,
        })),
  },
  {
    id: 'row-security-not-forced',
    topic: 'tenant isolation',
    title: 'Row-level security the owner does not feel',
    severity: 'medium',
    check: (context) =>
      guarded(context)
        .filter(({ table }) => table.rowSecurity.enabled && !table.rowSecurity.forced)
        .map(({ table }) => ({
          table: table.id,
          line: table.line,
          explanation: `The owner of ${table.id} passes by its policies. Applications often connect as the owner.`,
          fix: `ALTER TABLE ${table.id} FORCE ROW LEVEL SECURITY;`,
        })),
  },
  {
    id: 'policy-missing',
    topic: 'tenant isolation',
    title: 'A command without a policy',
    severity: 'medium',
    check: (context) =>
      guarded(context).flatMap(({ table }) => {
        const missing = COMMANDS.filter((command) => policiesFor(table, command).every((policy) => !policy.permissive))
        return !table.rowSecurity.enabled || missing.length === 0
          ? []
          : [
              {
                table: table.id,
                line: table.line,
                explanation: `No permissive policy of ${table.id} covers ${missing.join(', ')}. What no policy allows is denied: an insert fails, the other commands find no rows and say nothing.`,
                fix: `CREATE POLICY … ON ${table.id} FOR ${missing.map((command) => command.toUpperCase()).join(' and FOR ')}; a command nobody may use deserves a policy that says so.`,
              },
            ]
      }),
  },
  {
    id: 'policy-without-check',
    topic: 'tenant isolation',
    title: 'A policy that does not check what is written',
    severity: 'medium',
    check: (context) =>
      guarded(context).flatMap(({ table }) =>
        table.policies.filter(lacksCheck).map((policy): Observation => ({
          table: table.id,
          object: policy.name,
          line: policy.line,
          explanation:
            policy.command === 'insert'
              ? `${policy.name} says nothing about the rows that may be written, so it lets none in.`
              : `${policy.name} has no WITH CHECK. PostgreSQL then checks written rows with USING; a later change to what may be seen changes what may be written, unnoticed.`,
          fix: `Add WITH CHECK (…) to ${policy.name}.`,
        })),
      ),
  },
  {
    id: 'policy-ignores-tenant',
    topic: 'tenant isolation',
    title: 'A policy that does not look at the tenant',
    severity: 'high',
    check: (context) =>
      guarded(context).flatMap(({ table, tenantColumn }) =>
        table.policies
          .filter((policy) => ignoresTenant(table, policy, tenantColumn))
          .map((policy): Observation => ({
            table: table.id,
            column: tenantColumn,
            object: policy.name,
            line: policy.line,
            explanation: `${policy.name} does not compare ${tenantColumn} with anything. Permissive policies are joined with OR: this one opens what the others close.`,
            fix: `Make ${policy.name} compare ${tenantColumn} with the tenant of the session, or declare it AS RESTRICTIVE.`,
          })),
      ),
  },
  {
    id: 'partition-without-row-security',
    topic: 'tenant isolation',
    title: 'A partition that can be read past its parent',
    severity: 'medium',
    check: (context) =>
      context.model.tables.flatMap((table) => {
        const parent = context.tables.get(table.partitionOf?.parent ?? '')
        const isGuarded = parent !== undefined && context.tenantColumns.has(parent.id) && parent.rowSecurity.enabled
        return !isGuarded || table.rowSecurity.enabled
          ? []
          : [
              {
                table: table.id,
                line: table.line,
                explanation: `The policies of ${parent.id} apply only to queries that name ${parent.id}. Whoever names ${table.id} itself sees all tenants in it.`,
                fix: `ALTER TABLE ${table.id} ENABLE ROW LEVEL SECURITY; without a policy of its own it then shows nothing.`,
              },
            ]
      }),
  },
  {
    id: 'view-bypasses-row-security',
    topic: 'tenant isolation',
    title: "A view that reads with its owner's rights",
    severity: 'medium',
    check: (context) =>
      context.model.views.flatMap((view) => {
        const secured = view.reads.filter((id) => context.tenantColumns.has(id) && context.tables.get(id)?.rowSecurity.enabled)
        return secured.length === 0 || view.securityInvoker
          ? []
          : [
              {
                table: secured[0] ?? view.id,
                object: view.id,
                line: view.line,
                explanation: view.materialized
                  ? `The materialised view ${view.id} keeps rows of ${secured.join(', ')} as its owner saw them; no policy guards the copy.`
                  : `${view.id} reads ${secured.join(', ')} with the rights of its owner, so the reader's policies do not apply.`,
                fix: view.materialized
                  ? `Do not grant ${view.id} to tenants; filter it through a function or a view with a condition on the tenant.`
                  : `ALTER VIEW ${view.id} SET (security_invoker = true);`,
              },
            ]
      }),
  },
]

/** The tenant's own table is guarded by its key. */
function guarded(context: AnalysisContext): { readonly table: Table; readonly tenantColumn: string }[] {
  const hub = context.tables.get(context.tenancy?.hub ?? '')
  const key = context.tenancy?.hubKey[0]
  return hub && key !== undefined ? [{ table: hub, tenantColumn: key }, ...owned(context)] : owned(context)
}

function policiesFor(table: Table, command: PolicyCommand): readonly Policy[] {
  return table.policies.filter((policy) => policy.command === command || policy.command === 'all')
}

function lacksCheck(policy: Policy): boolean {
  return policy.check === null && policy.permissive && policy.command !== 'select' && policy.command !== 'delete'
}

function ignoresTenant(table: Table, policy: Policy, tenantColumn: string): boolean {
  if (!policy.permissive) return false
  const isRestricted = table.policies.some(
    (other) =>
      !other.permissive &&
      (other.command === policy.command || other.command === 'all') &&
      [...other.usingColumns, ...other.checkColumns].includes(tenantColumn),
  )
  const looks = (expression: string | null, columns: readonly string[]): boolean =>
    expression === null || expression === 'false' || columns.includes(tenantColumn)
  return !isRestricted && !(looks(policy.using, policy.usingColumns) && looks(policy.check, policy.checkColumns))
}
