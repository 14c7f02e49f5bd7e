import { messageOf, type Problem } from '@/lib/content/check/problem'

const widest = 110

/** The line that a problem is in, cut around its place, with a caret below. */
function excerpt({ line, column }: Problem, text: string | undefined): string {
  const row = text
    ?.split('\n')
    [line - 1]?.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/gu, '\ufffd')
    .replaceAll('\t', ' ')
  if (row === undefined || row.trim() === '') return ''
  const from = Math.max(0, Math.min(column - 1 - widest / 2, row.length - widest))
  const [lead, tail] = [from > 0 ? '…' : '', from + widest < row.length ? '…' : '']
  const gutter = `    ${String(line).padStart(4)} | `
  const caret = ' '.repeat(gutter.length + lead.length + Math.max(0, column - 1 - from))
  return `${gutter}${lead}${row.slice(from, from + widest)}${tail}\n${caret}^\n`
}

/** One line each, as editors and terminals read it, by file. */
export function printProblems(problems: readonly Problem[], texts: ReadonlyMap<string, string>): string {
  const files = [...new Set(problems.map((it) => it.file))]
  const print = (it: Problem) =>
    `${it.file}:${it.line}:${it.column}  ${it.rule}  ${messageOf(it)}\n${excerpt(it, texts.get(it.file))}`
  return files
    .map(
      (file) =>
        `${problems
          .filter((it) => it.file === file)
          .map(print)
          .join('')}\n`,
    )
    .join('')
}

const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** Workflow commands that put each problem beside its line in a pull request. */
export const printGitHubAnnotations = (problems: readonly Problem[]): string =>
  problems
    .map(
      (it) =>
        `::error file=${escapeProperty(it.file)},line=${it.line},col=${it.column},title=${escapeProperty(it.rule)}::${escapeData(messageOf(it))}\n`,
    )
    .join('')
