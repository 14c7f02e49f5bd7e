import { checkContent } from '@/lib/content/check'
import { Failure } from './failure'

/** The content alone: every problem in one run. */
export function check(root: string): Promise<void> {
  const { documents, problems } = checkContent(root)
  for (const { file, line, column, rule, message } of problems)
    process.stdout.write(`content/${file}:${line}:${column}  ${rule}  ${message}\n`)
  if (problems.length > 0)
    throw new Failure(`${problems.length} problems in ${documents} documents.`, 'mend them; each line above says where and what is allowed.')
  process.stdout.write(`${documents} documents, no problem.\n`)
  return Promise.resolve()
}
