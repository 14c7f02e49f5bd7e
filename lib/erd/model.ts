/** The typed model of a PostgreSQL schema. Every part remembers the SQL line it came from. */

export type ReferentialAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default'
export type Deferrability = 'not deferrable' | 'initially immediate' | 'initially deferred'
export type PolicyCommand = 'all' | 'select' | 'insert' | 'update' | 'delete'
export type TableKind = 'table' | 'partitioned' | 'partition' | 'foreign'

export interface Column {
  readonly name: string
  /** As a person writes it: `bigint`, `numeric(10,2)`, `text[]`. */
  readonly type: string
  readonly notNull: boolean
  readonly defaultValue: string | null
  readonly generated: { readonly expression: string; readonly stored: boolean } | null
  readonly identity: 'always' | 'by default' | null
  readonly collation: string | null
  readonly comment: string | null
  readonly line: number
}

export interface Key {
  readonly name: string
  readonly columns: readonly string[]
  readonly include: readonly string[]
  readonly nullsNotDistinct: boolean
  readonly deferrability: Deferrability
  readonly comment: string | null
  readonly line: number
}

/** What may stand at each end of a reference. The parent end follows from NOT NULL, the child end from UNIQUE. */
export interface Cardinality {
  readonly parent: 'exactly one' | 'zero or one'
  readonly child: 'zero or one' | 'zero or many'
}

export interface ForeignKey {
  readonly name: string
  readonly table: string
  readonly columns: readonly string[]
  readonly referencedTable: string
  readonly referencedColumns: readonly string[]
  readonly onDelete: ReferentialAction
  readonly onUpdate: ReferentialAction
  /** The columns of `ON DELETE SET NULL (…)`; empty means all of them. */
  readonly setColumns: readonly string[]
  readonly match: 'simple' | 'full' | 'partial'
  readonly deferrability: Deferrability
  readonly validated: boolean
  readonly enforced: boolean
  readonly targetFound: boolean
  readonly identifying: boolean
  readonly cardinality: Cardinality
  readonly comment: string | null
  readonly line: number
}

export interface Check {
  readonly name: string
  readonly expression: string
  readonly validated: boolean
  readonly noInherit: boolean
  readonly comment: string | null
  readonly line: number
}

export interface Exclusion {
  readonly name: string
  readonly method: string
  readonly elements: readonly { readonly element: string; readonly operator: string }[]
  readonly predicate: string | null
  readonly deferrability: Deferrability
  readonly comment: string | null
  readonly line: number
}

export interface IndexPart {
  /** The column, or null when the part is an expression. */
  readonly column: string | null
  readonly expression: string | null
  readonly operatorClass: string | null
  readonly collation: string | null
  readonly order: 'asc' | 'desc'
  readonly nulls: 'first' | 'last' | null
}

export interface TableIndex {
  readonly name: string
  readonly method: string
  readonly unique: boolean
  readonly nullsNotDistinct: boolean
  readonly parts: readonly IndexPart[]
  readonly include: readonly string[]
  readonly predicate: string | null
  /** Columns that the predicate says are not null: such rows are all the index has to hold. */
  readonly predicateNotNull: readonly string[]
  readonly comment: string | null
  readonly line: number
}

export interface Policy {
  readonly name: string
  readonly permissive: boolean
  readonly command: PolicyCommand
  readonly roles: readonly string[]
  readonly using: string | null
  readonly check: string | null
  readonly usingColumns: readonly string[]
  readonly checkColumns: readonly string[]
  readonly comment: string | null
  readonly line: number
}

export interface Table {
  /** The name as SQL would write it, without the schema when that is `public`. */
  readonly id: string
  readonly schema: string
  readonly name: string
  readonly kind: TableKind
  readonly persistence: 'permanent' | 'unlogged' | 'temporary'
  readonly columns: readonly Column[]
  readonly primaryKey: Key | null
  readonly uniques: readonly Key[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly checks: readonly Check[]
  readonly exclusions: readonly Exclusion[]
  readonly indexes: readonly TableIndex[]
  readonly rowSecurity: { readonly enabled: boolean; readonly forced: boolean }
  readonly policies: readonly Policy[]
  readonly partitionKey: string | null
  readonly partitionOf: { readonly parent: string; readonly bounds: string } | null
  readonly inherits: readonly string[]
  readonly comment: string | null
  readonly line: number
}

export interface View {
  readonly id: string
  readonly schema: string
  readonly name: string
  readonly materialized: boolean
  readonly definition: string
  readonly reads: readonly string[]
  readonly securityInvoker: boolean
  readonly comment: string | null
  readonly line: number
}

export interface EnumType {
  readonly id: string
  readonly schema: string
  readonly name: string
  readonly values: readonly string[]
  readonly comment: string | null
  readonly line: number
}

export interface DomainType {
  readonly id: string
  readonly schema: string
  readonly name: string
  readonly baseType: string
  readonly notNull: boolean
  readonly defaultValue: string | null
  readonly checks: readonly { readonly name: string | null; readonly expression: string }[]
  readonly comment: string | null
  readonly line: number
}

export interface CompositeType {
  readonly id: string
  readonly schema: string
  readonly name: string
  readonly attributes: readonly { readonly name: string; readonly type: string }[]
  readonly comment: string | null
  readonly line: number
}

export interface SchemaModel {
  readonly name: string
  readonly tables: readonly Table[]
  readonly views: readonly View[]
  readonly enums: readonly EnumType[]
  readonly domains: readonly DomainType[]
  readonly composites: readonly CompositeType[]
  readonly extensions: readonly { readonly name: string; readonly line: number }[]
}
