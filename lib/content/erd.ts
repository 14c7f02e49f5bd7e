import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
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

const schemas = join(process.cwd(), 'content', 'schemas')
const cache = join(process.cwd(), '.contentlayer', '.cache', 'erd')
const model = join(process.cwd(), 'lib', 'erd')

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

const remembered = new Map<string, Promise<ErdDocument>>()

/** Laid out once for each content: Next prints in several workers and a preview prints again and again. */
export function erdDocument(name: string): Promise<ErdDocument> {
  const sql = readFileSync(join(schemas, `${name}.sql`), 'utf8')
  const key = `${name}-${createHash('sha256').update(codeHash()).update(sql).digest('hex').slice(0, 16)}`
  const known = remembered.get(key) ?? loadOrDraw(name, sql, join(cache, `${key}.json`))
  remembered.set(key, known)
  return known
}

async function loadOrDraw(name: string, sql: string, file: string): Promise<ErdDocument> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ErdDocument
  const document = await draw(name, sql)
  mkdirSync(cache, { recursive: true })
  // Two workers may draw the same schema: each writes its own file, and both are the same bytes.
  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify(document))
  renameSync(own, file)
  return document
}

async function draw(name: string, sql: string): Promise<ErdDocument> {
  const reading = await readSchemaText(sql, { name, file: `content/schemas/${name}.sql` })
  const wrong = reading.report.problems.find((it) => it.severity === 'error')
  if (wrong) throw new Error(`${reading.report.file}:${wrong.line}:${wrong.column} ${wrong.message}\n${wrong.excerpt}`)
  if (reading.model.tables.length === 0) throw new Error(`${reading.report.file} creates no table, so there is nothing to draw.`)
  const drawings: Geometry[] = []
  for (const orientation of ['landscape', 'portrait'] as const)
    for (const mode of displayModes) drawings.push(await layOutSchema(reading.model, { mode, orientation, hubs: 'badge' }))
  return { ...reading, name, sql, findings: analyseSchema(reading.model), drawings }
}

/** What draws is part of what a drawing depends on: a changed line of the model makes every kept drawing stale. */
function codeHash(): string {
  const hash = createHash('sha256')
  const files = readdirSync(model, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.ts'))
  for (const file of files.toSorted()) hash.update(readFileSync(join(model, file)))
  return hash.digest('hex')
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
