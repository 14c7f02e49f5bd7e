import type { CheckResult } from '@/lib/content/check/check-content'
import type { Rule } from '@/lib/content/check/rules'
import { counted } from './counted'
import type { PreviewMessage } from './preview-channel'
import { printProblems } from './print-problems'

/** What a page can be printed with all the same: the owner sees the text while the rest of it is not there yet. */
const printable: readonly Rule[] = [
  'anchor',
  'date',
  'file-place',
  'heading',
  'heading-duplicate',
  'image-alt',
  'link',
  'markdown',
  'reference',
  'reference-draft',
  'reference-self',
  'series',
]

/** Documents of which the preview keeps the last version that could be printed, by their paths below `content/`. */
export function heldBack({ problems, documents }: Pick<CheckResult, 'problems' | 'documents'>): ReadonlySet<string> {
  const stopping = problems.filter((it) => !printable.includes(it.rule)).map((it) => it.file.slice('content/'.length))
  return new Set([...documents.filter((it) => !it.fields).map((it) => it.path), ...stopping])
}

type RoundOptions = {
  readonly check: () => Promise<CheckResult>
  /** Passes compiled documents on, except those held back; returns how many changed. */
  readonly handOver: (held: ReadonlySet<string>) => Promise<number>
  readonly send: (message: PreviewMessage) => void
  readonly write: (text: string) => void
}

/**
 * After each change the content is checked, the terminal and the open page are told what is wrong, and what can be
 * printed is passed on. Rounds never overlap: a change during one asks for one more. Answers whether nothing is wrong.
 */
export function previewRounds({ check, handOver, send, write }: RoundOptions): (dataChanged: boolean) => Promise<boolean> {
  let told = ''
  let running: Promise<boolean> | undefined
  let asked: { dataChanged: boolean } | undefined
  const round = async (dataChanged: boolean) => {
    const checked = await check()
    const problems = printProblems(checked.problems, checked.texts)
    const refresh = (await handOver(heldBack(checked))) > 0 || dataChanged
    if (problems !== told) write(problems || 'content  no problem is left\n')
    if (problems !== told && problems)
      write(`${counted(checked.problems.length, 'problem')} in the content; the preview goes on.\n`)
    if (problems !== told || refresh) send({ problems, refresh })
    told = problems
  }
  const work = async () => {
    while (asked) {
      const { dataChanged } = asked
      asked = undefined
      await round(dataChanged)
    }
    running = undefined
    return told === ''
  }
  return (dataChanged) => {
    asked = { dataChanged: dataChanged || (asked?.dataChanged ?? false) }
    running ??= work()
    return running
  }
}
