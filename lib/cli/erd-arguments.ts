import { basename } from 'node:path'

export interface ErdArguments {
  readonly file: string
  /** Null when only the JSON is wanted. */
  readonly out: string | null
  readonly json: boolean
}

export type ReadArguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string }
  | { readonly kind: 'right'; readonly arguments: ErdArguments }

export const USAGE = `Usage: npm run erd -- FILE.sql [--out DIR] [--json]

Draws a PostgreSQL schema: a page with the drawing, every table and the findings, and the schema as SVG, SQL, DBML, Mermaid and JSON.

  --out DIR   where to write; FILE-erd in this folder unless said otherwise
  --json      print model, account and findings as JSON; writes files only when --out is given
`

export function readArguments(args: readonly string[]): ReadArguments {
  const files: string[] = []
  let out: string | null = null
  let json = false
  for (let position = 0; position < args.length; position += 1) {
    const argument = args[position] ?? ''
    if (argument === '--help' || argument === '-h') return { kind: 'help' }
    if (argument === '--json') json = true
    else if (argument === '--out') {
      position += 1
      const directory = args[position]
      if (directory === undefined || directory.startsWith('--')) return { kind: 'wrong', reason: '--out needs a folder' }
      out = directory
    } else if (argument.startsWith('-')) return { kind: 'wrong', reason: `there is no option ${argument}` }
    else files.push(argument)
  }
  const [file] = files
  if (file === undefined) return { kind: 'wrong', reason: 'name an SQL file' }
  if (files.length > 1) return { kind: 'wrong', reason: `one file at a time; got ${files.length}` }
  const usual = json ? null : `${basename(file).replace(/\.[^.]*$/, '') || 'schema'}-erd`
  return { kind: 'right', arguments: { file, out: out ?? usual, json } }
}
