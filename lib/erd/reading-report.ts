import type { SchemaModel } from './model'

export interface Problem {
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly message: string
  readonly line: number
  readonly column: number
  readonly excerpt: string
}

/** Where every statement of the file went: used + ignored + failed = statements. */
export interface ReadingReport {
  readonly file: string
  readonly statements: number
  readonly used: number
  readonly failed: number
  readonly ignored: readonly { readonly kind: string; readonly count: number; readonly firstLine: number }[]
  /** Clauses without a place in the model, inside statements that were used. */
  readonly ignoredClauses: readonly { readonly kind: string; readonly count: number; readonly firstLine: number }[]
  readonly metaCommands: readonly { readonly kind: string; readonly count: number; readonly firstLine: number }[]
  readonly copy: { readonly blocks: number; readonly rows: number; readonly characters: number }
  readonly characters: number
  readonly lines: number
  /** The most text held at once while reading; stays small however large the file is. */
  readonly peakBufferedCharacters: number
  readonly dialect: { readonly name: string; readonly evidence: readonly string[] } | null
  readonly problems: readonly Problem[]
}

export interface SchemaReading {
  readonly model: SchemaModel
  readonly report: ReadingReport
}
