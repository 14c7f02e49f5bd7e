import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyseSchema } from '@/lib/erd/analysis/analyse'
import type { Finding } from '@/lib/erd/analysis/finding'
import { exportDbml } from '@/lib/erd/export/dbml'
import { exportJson } from '@/lib/erd/export/json'
import { exportMermaid } from '@/lib/erd/export/mermaid'
import { exportSql } from '@/lib/erd/export/sql'
import { renderSvg } from '@/lib/erd/export/svg'
import type { Geometry } from '@/lib/erd/layout/geometry'
import { layOutSchema } from '@/lib/erd/layout/lay-out-schema'
import { describeSchema } from '@/lib/erd/page/describe-schema'
import type { SchemaReading } from '@/lib/erd/reading-report'
import { readSchemaText } from '@/lib/erd/sql/read-schema'
import { keep } from './keep'

const schemas = join(process.cwd(), 'content', 'schemas')

export const displayModes = ['all', 'keys', 'names'] as const

/** A schema, read, judged and drawn in every form the page shows. */
export type ErdDocument = SchemaReading & {
  readonly name: string
  readonly sql: string
  readonly findings: readonly Finding[]
  readonly drawings: readonly Geometry[]
}

export const schemaNames = (): string[] =>
  readdirSync(schemas)
    .filter((it) => it.endsWith('.sql'))
    .map((it) => it.replace(/\.sql$/, ''))
    .toSorted()

/** Next prints in several workers and a preview prints again and again; a schema is drawn once. */
export function erdDocument(name: string): Promise<ErdDocument> {
  const sql = readFileSync(join(schemas, `${name}.sql`), 'utf8')
  return keep('erd', `${name}\n${sql}`, () => drawSchema(name, sql))
}

/** Exported for what has no file: a schema that cannot be drawn stops the build with its place. */
export async function drawSchema(name: string, sql: string): Promise<ErdDocument> {
  const reading = await readSchemaText(sql, { name, file: `content/schemas/${name}.sql` })
  const wrong = reading.report.problems.find((it) => it.severity === 'error')
  if (wrong) throw new Error(`${reading.report.file}:${wrong.line}:${wrong.column} ${wrong.message}\n${wrong.excerpt}`)
  const drawings: Geometry[] = []
  for (const orientation of ['landscape', 'portrait'] as const)
    for (const mode of displayModes) drawings.push(await layOutSchema(reading.model, { mode, orientation, hubs: 'badge' }))
  return { ...reading, name, sql, findings: analyseSchema(reading.model), drawings }
}

/** What a file says of itself: the comment it begins with, as one paragraph. */
export function openingComment(sql: string): string | null {
  const lines: string[] = []
  for (const line of sql.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (!line.startsWith('--')) break
    lines.push(line.replace(/^--\s*/, ''))
  }
  return lines.join(' ').trim() || null
}

const exportKinds: Readonly<Record<string, (document: ErdDocument) => string>> = {
  sql: (it) => exportSql(it.model),
  dbml: (it) => exportDbml(it.model),
  mmd: (it) => exportMermaid(it.model),
  json: (it) => exportJson(it.model, it.report, it.findings),
  svg: (it) => drawingFile(it, 'all'),
  'keys.svg': (it) => drawingFile(it, 'keys'),
  'names.svg': (it) => drawingFile(it, 'names'),
}

export const exportFiles = (): string[] =>
  schemaNames().flatMap((name) => Object.keys(exportKinds).map((kind) => `${name}.${kind}`))

/** The text of one file that a figure offers, such as `saas.dbml`. */
export async function exportText(file: string): Promise<string> {
  const [name = '', ...kind] = file.split('.')
  const write = exportKinds[kind.join('.')]
  if (!write) throw new Error(`There is no export ${file}.`)
  return write(await erdDocument(name))
}

function drawingFile(document: ErdDocument, mode: Geometry['mode']): string {
  const geometry = document.drawings.find((it) => it.mode === mode && it.orientation === 'landscape')
  if (!geometry) throw new Error(`${document.name} was not drawn with ${mode}.`)
  const description = describeSchema(document.model, geometry)
  return renderSvg(geometry, {
    title: `Schema ${document.name}`,
    description,
    standalone: true,
    idPrefix: `${document.name}-${mode}`,
  })
}
