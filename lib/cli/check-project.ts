import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkContent, type CheckResult } from '@/lib/content/check/check-content'
import { readContentFiles } from '@/lib/content/check/files'
import { among, byPlace, type Problem, shown } from '@/lib/content/check/problem'
import { queueProblems } from '@/lib/content/queue'
import { dataSchemas } from './data-schemas'

/** The content of a project with the data of its instruments. */
export const checkProject = (root: string): CheckResult => checkContent(root, { schemaOf: dataSchemas(root) })

/** The same, the SQL schemas read with PostgreSQL's own grammar, and the simulator's scenarios run to see what they claim. */
export async function checkWithSchemas(root: string): Promise<CheckResult> {
  const checked = checkProject(root)
  const { problems, tables } = await readSchemas(root)
  const found = [...problems, ...unknownTables(checked, tables), ...(await scenarioProblems(root))]
  return { ...checked, problems: [...checked.problems, ...found].toSorted(byPlace) }
}

/** A figure's table has to be one of its schema. A schema that is not there, or wrong, is told by itself. */
function unknownTables({ documents }: CheckResult, tables: ReadonlyMap<string, readonly string[]>): Problem[] {
  return documents.flatMap(({ path, body }) =>
    (body?.tables ?? []).flatMap(({ name, schema, line, column }) => {
      const known = tables.get(schema)
      if (!known || known.includes(name)) return []
      const { suggestion } = among(name, known, 'table')
      const found = `${schema}.sql has no table ${shown(name)}`
      return [
        {
          file: `content/${path}`,
          line,
          column,
          rule: 'property' as const,
          found,
          allowed: known.join(', '),
          ...(suggestion ? { suggestion } : {}),
        },
      ]
    }),
  )
}

async function scenarioProblems(root: string): Promise<Problem[]> {
  const found = await queueProblems(root)
  return found.map(({ file, line, column, message }) => ({ file: `content/${file}`, line, column, rule: 'data', found: message }))
}

const rememberedFile = (root: string) => join(root, '.build', 'check', 'schemas.json')

type Tables = Readonly<Record<string, readonly string[]>>

function rememberedTables(root: string): Tables {
  try {
    const read: unknown = JSON.parse(readFileSync(rememberedFile(root), 'utf8'))
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Tables) : {}
  } catch {
    return {}
  }
}

/** Loading the grammar costs more than all the rest: a schema that was right is read again only when it has changed. */
async function readSchemas(root: string): Promise<{ problems: Problem[]; tables: ReadonlyMap<string, readonly string[]> }> {
  const files = readContentFiles(root).filter((it) => it.kind === 'file' && /^schemas\/.+\.sql$/.test(it.path))
  const remembered = rememberedTables(root)
  const good = new Map<string, readonly string[]>()
  const tables = new Map<string, readonly string[]>()
  const problems: Problem[] = []
  for (const { path, bytes } of files) {
    const hash = createHash('sha1').update(bytes).digest('base64url')
    const { errors, found } = await readUnlessKnown(path, bytes, remembered[hash])
    for (const { line, column, message } of errors)
      problems.push({ file: `content/${path}`, line, column, rule: 'data', found: message })
    if (errors.length > 0) continue
    good.set(hash, found)
    tables.set(path.replace(/^schemas\/(.+)\.sql$/, '$1'), found)
  }
  if ([...good.keys()].join() !== Object.keys(remembered).join()) {
    mkdirSync(dirname(rememberedFile(root)), { recursive: true })
    writeFileSync(rememberedFile(root), JSON.stringify(Object.fromEntries(good)))
  }
  return { problems, tables }
}

async function readUnlessKnown(path: string, bytes: Uint8Array, known: readonly string[] | undefined) {
  if (known) return { errors: [], found: known }
  const { readSchema } = await import('@/lib/erd/sql/read-schema')
  const { model, report } = await readSchema([bytes], { name: path, file: path })
  const errors = report.problems.filter((it) => it.severity === 'error')
  // What refers to a table of a statement that cannot be read misses it in every further line.
  const unreadable = errors.some((it) => it.code === 'syntax')
  return {
    errors: unreadable ? errors.filter((it) => !it.code.startsWith('missing-')) : errors,
    found: model.tables.filter((it) => it.partitionOf === null).map((it) => it.id),
  }
}
