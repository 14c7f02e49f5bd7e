import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { printProblems, printGitHubAnnotations } from './print-problems'
import { editorFiles } from '@/lib/content/editor-schemas'
import { checkWithSchemas } from './check-project'
import { counted } from './counted'
import { Failure } from './failure'
import { readFlags } from './flags'

/** The content alone: every problem in one run. */
export async function check(root: string, args: readonly string[] = []): Promise<void> {
  const { switches } = readFlags(args, { switches: ['json', 'write-schemas'], values: [], takesWords: false })
  if (switches.has('write-schemas')) writeEditorFiles(root)
  const { problems, counts, texts } = await checkWithSchemas(root)
  if (switches.has('json')) {
    process.stdout.write(`${JSON.stringify({ counts, problems }, undefined, 2)}\n`)
    if (problems.length > 0) process.exitCode = 1
    return
  }
  process.stdout.write(printProblems(problems, texts))
  if (process.env.GITHUB_ACTIONS) process.stdout.write(printGitHubAnnotations(problems))
  const { documents, withProblems, drafts, scheduled, published } = counts
  const files = new Set(problems.map((it) => it.file)).size
  if (problems.length > 0)
    throw new Failure(
      `${counted(problems.length, 'problem')} in ${counted(files, 'file')}; ${documents - withProblems} of ${documents} documents are right.`,
      'mend what each line names; docs/owner.md explains the rules.',
    )
  process.stdout.write(
    `${counted(documents, 'document')}, no problem: ${published} published, ${counted(drafts, 'draft')}, ${scheduled} scheduled.\n`,
  )
}

/** The schemas change, and what editors know of them is written again. */
function writeEditorFiles(root: string): void {
  for (const [name, text] of editorFiles()) {
    const file = join(root, '.vscode', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
