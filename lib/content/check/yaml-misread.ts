import { type Document, isScalar, type ParsedNode, Scalar, visit } from 'yaml'
import type { Complain, Place } from './problem'

/** `“…”`: to YAML letters like others, unless straight quotes stand around them. */
export const inTypographicQuotes =
  /^[\u201c\u201d\u201e\u2018\u2019\u00ab][^\u201c\u201d\u201e\u00ab\u00bb]*[\u201c\u201d\u2018\u2019\u00bb]$/

/** Text without quotes that YAML reads as something else than was meant; true where a list has lost an entry by it. */
export function refuseMisread(
  document: Document.Parsed<ParsedNode>,
  source: string,
  place: (offset: number) => Place,
  complain: Complain,
): boolean {
  let lost = false
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || node.type !== Scalar.PLAIN || typeof node.value !== 'string' || !node.range) return
      const [from, to] = node.range
      const written = source.slice(from, to)
      const dash = /\n[ \t]*- /.exec(written)
      lost ||= dash !== null
      if (dash)
        complain(
          place(from + dash.index + dash[0].length - 2),
          'yaml-ambiguous',
          'an entry that is read as text of the line above',
          {
            allowed: 'as many spaces as the other entries',
          },
        )
      const comment = /^ +#/.exec(source.slice(to))
      if (comment && written.includes(' '))
        complain(place(to + comment[0].length - 1), 'yaml-ambiguous', 'what follows # is a comment and no part of the text', {
          allowed: 'the whole text in quotes, or the comment on a line of its own',
        })
      if (inTypographicQuotes.test(written))
        complain(place(from), 'yaml-ambiguous', 'typographic quotes, which YAML takes as part of the text', {
          allowed: `"…" or '…'`,
        })
    },
  })
  return lost
}
