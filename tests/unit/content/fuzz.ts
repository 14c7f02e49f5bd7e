import { isDeepStrictEqual } from 'node:util'
import { checkFiles, type CheckResult } from '@/lib/content/check/check-content'
import type { ContentFile } from '@/lib/content/check/files'
import { messageOf, type Problem } from '@/lib/content/check/problem'
import { rules } from '@/lib/content/check/rules'
import { compileDocument } from './compiled'
import { type Mutated, mutate, seeded } from './mutate'
import { firstMissing, writtenText } from './written-text'

export type FuzzCounts = {
  runs: number
  refused: number
  passed: number
  compiled: number
  byRule: Map<string, number>
  failures: string[]
}

type Options = {
  readonly files: readonly ContentFile[]
  readonly today: string
  readonly seed: number
  readonly runs: number
  readonly onRun?: (done: number) => void
}

/** Whether each mutated document fails with a located message, or builds exactly as it is written. */
export async function fuzz({ files, today, seed, runs, onRun }: Options): Promise<FuzzCounts> {
  const random = seeded(seed)
  const counts: FuzzCounts = { runs, refused: 0, passed: 0, compiled: 0, byRule: new Map(), failures: [] }
  for (let run = 0; run < runs; run += 1) {
    const mutated = mutate(files, random)
    const faults = await examine(mutated, files, today, counts)
    for (const fault of faults)
      counts.failures.push(`run ${run} of seed ${seed} (${mutated.file.path}: ${mutated.how}): ${fault}`)
    onRun?.(run + 1)
  }
  return counts
}

async function examine(
  { file, replaces }: Mutated,
  files: readonly ContentFile[],
  today: string,
  counts: FuzzCounts,
): Promise<string[]> {
  const all = [...files.filter((it) => it.path !== replaces && it.path !== file.path), file]
  let result: CheckResult
  try {
    result = checkFiles(all, { today })
  } catch (error) {
    return [`the check itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
  }
  for (const { rule } of result.problems) counts.byRule.set(rule, (counts.byRule.get(rule) ?? 0) + 1)
  const own = result.problems.filter((it) => it.file === `content/${file.path}`)
  const faults = [...countFaults(result, all), ...result.problems.flatMap((it) => placeFaults(it, result))]
  counts[own.length > 0 ? 'refused' : 'passed'] += 1
  const document = result.documents.find((it) => it.path === file.path)
  return own.length > 0 || !document ? faults : [...faults, ...(await compileFaults(document, counts))]
}

/** Documents in are pages out, drafts, scheduled pieces and documents with problems. */
function countFaults({ counts }: CheckResult, files: readonly ContentFile[]): string[] {
  const { documents, withProblems, drafts, scheduled, published } = counts
  const given = files.filter((it) => /\.mdx$/i.test(it.path)).length
  return documents === given && withProblems + drafts + scheduled + published === documents
    ? []
    : [`a document was dropped: ${JSON.stringify(counts)} of ${given}`]
}

function placeFaults(problem: Problem, { texts }: CheckResult): string[] {
  const lines = texts.get(problem.file)?.split('\n').length ?? 1
  const isPlaced = Number.isInteger(problem.line) && problem.line >= 1 && problem.line <= lines && problem.column >= 1
  if (isPlaced && Object.hasOwn(rules, problem.rule) && messageOf(problem) !== '') return []
  return [`a problem without a place: ${JSON.stringify(problem)}`]
}

async function compileFaults({ text, yaml }: CheckResult['documents'][number], counts: FuzzCounts): Promise<string[]> {
  try {
    const { fields, text: printed } = await compileDocument(text)
    counts.compiled += 1
    if (!isDeepStrictEqual(fields, yaml?.value)) return [`its fields are read as ${JSON.stringify(fields)}`]
    const missing = firstMissing(writtenText(text), printed)
    return missing === undefined ? [] : [`its text loses ${JSON.stringify(missing.slice(0, 80))}`]
  } catch (error) {
    return [`it passes the check and does not compile: ${(error instanceof Error ? error.message : String(error)).slice(0, 400)}`]
  }
}
