import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkContent, type CheckResult } from '@/lib/content/check/check-content'
import { readContentFiles } from '@/lib/content/check/files'
import { byPlace, type Problem } from '@/lib/content/check/problem'
import { dataSchemas } from './data-schemas'

/** The content of a project with the data of its instruments. */
export const checkProject = (root: string): CheckResult => checkContent(root, { schemaOf: dataSchemas(root) })

/** The same, and the SQL schemas read with PostgreSQL's own grammar. */
export async function checkWithSchemas(root: string): Promise<CheckResult> {
  const checked = checkProject(root)
  const found = await schemaProblems(root)
  return { ...checked, problems: [...checked.problems, ...found].toSorted(byPlace) }
}

const rememberedFile = (root: string) => join(root, '.build', 'check', 'schemas.json')

function rememberedGood(root: string): string[] {
  try {
    return JSON.parse(readFileSync(rememberedFile(root), 'utf8')) as string[]
  } catch {
    return []
  }
}

/** Loading the grammar costs more than all the rest: a schema that was right is read again only when it has changed. */
async function schemaProblems(root: string): Promise<Problem[]> {
  const files = readContentFiles(root).filter((it) => it.kind === 'file' && /^schemas\/.+\.sql$/.test(it.path))
  const hashOf = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest('base64url')
  const good = new Set(rememberedGood(root))
  const problems: Problem[] = []
  for (const { path, bytes } of files.filter((it) => !good.has(hashOf(it.bytes)))) {
    const { readSchema } = await import('@/lib/erd/sql/read-schema')
    const { report } = await readSchema([bytes], { name: path, file: path })
    const errors = report.problems.filter((it) => it.severity === 'error')
    if (errors.length === 0) good.add(hashOf(bytes))
    for (const { line, column, message } of errors)
      problems.push({ file: `content/${path}`, line, column, rule: 'data', found: message })
  }
  const kept = files.map((it) => hashOf(it.bytes)).filter((it) => good.has(it))
  if (kept.join() !== rememberedGood(root).join()) {
    mkdirSync(dirname(rememberedFile(root)), { recursive: true })
    writeFileSync(rememberedFile(root), JSON.stringify(kept))
  }
  return problems
}
