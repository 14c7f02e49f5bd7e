import { checkContent } from '@/lib/content/check/check-content'
import { printProblems, printGitHubAnnotations } from './print-problems'
import { counted } from './counted'
import { Failure } from './failure'

/** The content alone: every problem in one run. */
export function check(root: string, args: readonly string[] = []): Promise<void> {
  const { problems, counts, texts } = checkContent(root)
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ counts, problems }, undefined, 2)}\n`)
    if (problems.length > 0) process.exitCode = 1
    return Promise.resolve()
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
  process.stdout.write(`${counted(documents, 'document')}, no problem: ${published} published, ${counted(drafts, 'draft')}, ${scheduled} scheduled.\n`)
  return Promise.resolve()
}
