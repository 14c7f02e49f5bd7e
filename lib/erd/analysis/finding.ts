import type { Tenancy } from '@/lib/erd/hubs'
import type { SchemaModel, Table } from '@/lib/erd/model'

export type Severity = 'high' | 'medium' | 'low' | 'info'
export const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low', 'info']

export interface Finding {
  /** Stable across builds, so that a link to a finding stays good. */
  readonly id: string
  readonly rule: string
  readonly severity: Severity
  readonly table: string
  readonly column: string | null
  /** The constraint, index, policy or view in question. */
  readonly object: string | null
  readonly line: number
  readonly explanation: string
  readonly fix: string
}

/** A finding before it has an identity. */
export type Observation = Pick<Finding, 'table' | 'line' | 'explanation' | 'fix'> &
  Partial<Pick<Finding, 'severity' | 'column' | 'object'>>

export interface AnalysisContext {
  readonly model: SchemaModel
  readonly tables: ReadonlyMap<string, Table>
  /** Null when no table looks like the tenant's own; the tenant rules then have nothing to say. */
  readonly tenancy: Tenancy | null
  /** The column that carries the tenant, for every table that has one; the tenant's own table is not among them. */
  readonly tenantColumns: ReadonlyMap<string, string>
}

export interface Rule {
  readonly id: string
  readonly topic: 'tenant isolation' | 'structure'
  readonly title: string
  readonly severity: Severity
  readonly check: (context: AnalysisContext) => readonly Observation[]
}
