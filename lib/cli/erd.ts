import { createReadStream } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { analyseSchema } from '@/lib/erd/analysis/analyse'
import { exportDbml } from '@/lib/erd/export/dbml'
import { exportJson } from '@/lib/erd/export/json'
import { exportMermaid } from '@/lib/erd/export/mermaid'
import { exportSql } from '@/lib/erd/export/sql'
import { renderSvg } from '@/lib/erd/export/svg'
import { layOutSchema } from '@/lib/erd/layout/lay-out-schema'
import type { SchemaReading } from '@/lib/erd/reading-report'
import { describeSchema } from '@/lib/erd/page/describe-schema'
import { renderStaticPage } from '@/lib/erd/page/static-page'
import { readSchema } from '@/lib/erd/sql/read-schema'
import { readArguments, USAGE, type ErdArguments } from './erd-arguments'
import { problemLines, summaryLines } from './erd-summary'

export interface ErdOutput {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

const LARGEST_LISTING = 300_000
const MOST_TABLES_IN_PORTRAIT = 80

/** Renders an SQL file; answers with the exit code: 0 all read, 1 something in the file is wrong, 2 called wrongly. */
export async function runErd(args: readonly string[], output: ErdOutput): Promise<number> {
  const wanted = readArguments(args)
  if (wanted.kind === 'help') return finish(output.out, USAGE, 0)
  if (wanted.kind === 'wrong') return finish(output.err, `erd: ${wanted.reason}\n\n${USAGE}`, 2)
  try {
    return await render(wanted.arguments, output)
  } catch (error) {
    return finish(output.err, `erd: ${plainReason(error, wanted.arguments.file)}\n`, 2)
  }
}

async function render(wanted: ErdArguments, output: ErdOutput): Promise<number> {
  const { size } = await stat(wanted.file)
  const name = basename(wanted.file).replace(/\.[^.]*$/, '') || 'schema'
  const reading = await readSchema(createReadStream(wanted.file), { name, file: wanted.file })
  const findings = analyseSchema(reading.model)
  const hasTables = reading.model.tables.length > 0
  const written =
    hasTables && wanted.out !== null
      ? await writeAll(wanted.out, reading, findings, size <= LARGEST_LISTING ? await readFile(wanted.file, 'utf8') : null)
      : []
  for (const line of problemLines(reading.report)) output.err(`${line}\n`)
  output.out(
    wanted.json
      ? exportJson(reading.model, reading.report, findings)
      : `${summaryLines(reading, findings, written).join('\n')}\n`,
  )
  return reading.report.problems.some((problem) => problem.severity === 'error') || !hasTables ? 1 : 0
}

async function writeAll(
  directory: string,
  { model, report }: SchemaReading,
  findings: ReturnType<typeof analyseSchema>,
  sql: string | null,
): Promise<string[]> {
  const landscape = await layOutSchema(model, { mode: 'all', orientation: 'landscape', hubs: 'badge' })
  const overview = await layOutSchema(model, { mode: 'names', orientation: 'landscape', hubs: 'badge' })
  const isSmall = model.tables.length <= MOST_TABLES_IN_PORTRAIT
  const portrait = isSmall ? await layOutSchema(model, { mode: 'keys', orientation: 'portrait', hubs: 'badge' }) : null
  const svg = renderSvg(landscape, {
    title: `Schema ${model.name}`,
    description: describeSchema(model, landscape),
    standalone: true,
    idPrefix: 'erd',
  })
  const files: Readonly<Record<string, string>> = {
    'index.html': await renderStaticPage({ model, report, findings, landscape, overview, portrait, sql }),
    'schema.svg': svg,
    'schema.sql': exportSql(model),
    'schema.dbml': exportDbml(model),
    'schema.mmd': exportMermaid(model),
    'schema.json': exportJson(model, report, findings),
  }
  await mkdir(directory, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text)
  return Object.keys(files).map((name) => join(directory, name))
}

function finish(write: (text: string) => void, text: string, code: number): number {
  write(text)
  return code
}

function plainReason(error: unknown, file: string): string {
  if (!(error instanceof Error)) return 'something unexpected went wrong'
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return `there is no file ${file}`
  if (code === 'EISDIR') return `${file} is a directory; name an SQL file`
  if (code === 'EACCES') return `${file} may not be read or the folder not be written`
  return error.message.split('\n')[0] ?? 'something unexpected went wrong'
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await runErd(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  })
}
