import type { Complain } from './problem'

export type FrontMatter = {
  readonly yaml: string
  /** Lines of the file before the first line of the YAML. */
  readonly linesBefore: number
}

const opening = /^\uFEFF?---\r?\n/
const closing = /^---\r?$/m

/**
 * The fields between `---` and `---`. Contentlayer would also take `---js` and run what follows as a program, and
 * would end the fields at the first line that merely begins with `---`: both are refused here.
 */
export function splitFrontMatter(text: string, complain: Complain): FrontMatter | undefined {
  const allowed = '--- alone on the first line, the fields, and --- alone on a line'
  const [opened] = opening.exec(text) ?? []
  if (opened === undefined) {
    const first = text.split('\n', 1)[0]?.trim() ?? ''
    const found =
      first === ''
        ? 'the document does not begin with its fields'
        : first === '---'
          ? 'a space after --- on the first line'
          : first.startsWith('---')
            ? `text after --- on the first line: "${first.slice(3, 40)}"`
            : 'the document has no front matter'
    complain({ line: 1, column: 1 }, 'front-matter', found, { allowed })
    return undefined
  }
  const rest = text.slice(opened.length)
  const end = closing.exec(rest)
  const lookalike = /^---.*$/m.exec(rest)
  if (lookalike && (!end || lookalike.index < end.index)) {
    const line = rest.slice(0, lookalike.index).split('\n').length + 1
    complain({ line, column: 1 }, 'front-matter', `"${lookalike[0].slice(0, 40)}" begins like the end of the fields`, {
      allowed: '--- alone; indent or quote a text that begins so',
    })
    return undefined
  }
  if (!end) {
    complain({ line: 1, column: 1 }, 'front-matter', 'the front matter is not closed', { allowed })
    return undefined
  }
  return { yaml: rest.slice(0, end.index), linesBefore: 1 }
}
