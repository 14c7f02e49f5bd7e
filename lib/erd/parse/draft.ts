import { qualifiedName } from '@/lib/erd/names'
import type {
  Check,
  Column,
  CompositeType,
  DomainType,
  EnumType,
  Exclusion,
  ForeignKey,
  Key,
  Policy,
  Table,
  TableIndex,
  View,
} from '@/lib/erd/model'
import type { ObjectName } from './syntax-tree'

type Draft<T> = { -readonly [K in keyof T]: T[K] }

export type ColumnDraft = Draft<Column>
export type KeyDraft = Draft<Key>
export type CheckDraft = Draft<Check>
export type ExclusionDraft = Draft<Exclusion>
export type IndexDraft = Draft<TableIndex>
export type PolicyDraft = Draft<Policy>
/** A reference before the tables at both ends are complete. */
export type ForeignKeyDraft = Draft<Omit<ForeignKey, 'targetFound' | 'identifying' | 'cardinality'>>

export interface TableDraft extends Draft<
  Omit<
    Table,
    | 'columns'
    | 'primaryKey'
    | 'uniques'
    | 'foreignKeys'
    | 'checks'
    | 'exclusions'
    | 'indexes'
    | 'policies'
    | 'rowSecurity'
    | 'inherits'
  >
> {
  columns: ColumnDraft[]
  primaryKey: KeyDraft | null
  uniques: KeyDraft[]
  foreignKeys: ForeignKeyDraft[]
  checks: CheckDraft[]
  exclusions: ExclusionDraft[]
  indexes: IndexDraft[]
  policies: PolicyDraft[]
  rowSecurity: { enabled: boolean; forced: boolean }
  inherits: string[]
}

export interface SchemaDraft {
  searchSchema: string
  readonly tables: Map<string, TableDraft>
  readonly views: Map<string, Draft<View>>
  readonly enums: Map<string, Draft<EnumType>>
  readonly domains: Map<string, Draft<DomainType>>
  readonly composites: Map<string, Draft<CompositeType>>
  readonly extensions: { name: string; line: number }[]
}

/** What became of one statement. */
export type Outcome =
  | { readonly kind: 'used'; readonly ignoredClauses?: readonly string[]; readonly warnings?: readonly Complaint[] }
  | { readonly kind: 'ignored'; readonly as: string; readonly warnings?: readonly Complaint[] }
  | { readonly kind: 'failed'; readonly complaint: Complaint }

export interface Complaint {
  readonly code: string
  readonly message: string
}

export const USED: Outcome = { kind: 'used' }

export function ignored(as: string): Outcome {
  return { kind: 'ignored', as }
}

export function failed(code: string, message: string): Outcome {
  return { kind: 'failed', complaint: { code, message } }
}

export function emptyDraft(): SchemaDraft {
  return {
    searchSchema: 'public',
    tables: new Map(),
    views: new Map(),
    enums: new Map(),
    domains: new Map(),
    composites: new Map(),
    extensions: [],
  }
}

export function emptyTable({ schema, name }: ObjectName, line: number): TableDraft {
  return {
    id: qualifiedName(schema, name),
    schema,
    name,
    kind: 'table',
    persistence: 'permanent',
    columns: [],
    primaryKey: null,
    uniques: [],
    foreignKeys: [],
    checks: [],
    exclusions: [],
    indexes: [],
    rowSecurity: { enabled: false, forced: false },
    policies: [],
    partitionKey: null,
    partitionOf: null,
    inherits: [],
    comment: null,
    line,
  }
}

export function findColumn(table: TableDraft, name: string): ColumnDraft | undefined {
  return table.columns.find((column) => column.name === name)
}

export function missingTable(id: string): Outcome {
  return failed('missing-table', `table ${id} is not defined before this statement`)
}
