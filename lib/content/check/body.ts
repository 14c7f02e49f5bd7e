import type { Nodes, Root } from 'mdast'
import { checkCode } from './body-code'
import { checkComponents } from './body-components'
import { checkFences } from './body-fences'
import { checkHeadings } from './body-headings'
import { checkMarkdown } from './body-markdown'
import { collectLinks } from './body-links'
import { placeOf } from './body-nodes'
import { readMarkdown } from './body-reader'
import { inMarkdown } from './html-in-markdown'
import type { Complain, Place } from './problem'

export type Named = Place & { readonly name: string }
/** A table and the schema in which the same tag looks for it. */
export type NamedTable = Named & { readonly schema: string }
export type Link = Place & { readonly url: string }

/** What other documents, or the fields of this one, must know of a text. */
export type Body = {
  readonly anchors: readonly string[]
  readonly links: readonly Link[]
  readonly pictures: readonly Link[]
  readonly terms: readonly Named[]
  readonly figures: readonly Named[]
  readonly claims: readonly Named[]
  readonly schemas: readonly Named[]
  readonly tables: readonly NamedTable[]
  readonly requests: readonly Named[]
  readonly runs: readonly Named[]
}

type Failure = {
  reason?: string
  message?: string
  line?: number
  column?: number
  place?: { line?: number; column?: number; start?: Place }
}

/** Markdown also ends a line where a carriage return stands alone, an editor does not: no place lies below the text. */
function withinText(text: string, complain: Complain): Complain {
  const lines = text.split('\n').length
  return ({ line, column }, ...rest) => complain({ line: Math.min(line, lines), column }, ...rest)
}

export function readBody(text: string, complainAt: Complain): Body | undefined {
  const complain = withinText(text, complainAt)
  const tree = parse(text, complain)
  if (!tree || isTooDeep(tree, complain)) return undefined
  checkCode(tree, complain)
  checkFences(tree, text, complain)
  checkMarkdown(tree, text, complain)
  return { anchors: checkHeadings(tree, complain), ...checkComponents(tree, complain), ...collectLinks(tree, complain) }
}

function parse(text: string, complain: Complain): Root | undefined {
  try {
    return readMarkdown(text)
  } catch (error) {
    if (error instanceof RangeError) {
      complain({ line: 1, column: 1 }, 'mdx', 'the text is nested too deeply to be read')
      return undefined
    }
    const { reason, message, line, column, place } = error as Failure
    const said = reason ?? message ?? String(error)
    const [, row, from] = /\(`?(\d+):(\d+)-\d+:\d+`?\)/.exec(said) ?? []
    // Where a tag is not closed, the parser names the paragraph and mentions the tag.
    const at =
      row && from
        ? { line: Number(row), column: Number(from) }
        : (place?.start ?? { line: place?.line ?? line ?? 1, column: place?.column ?? column ?? 1 })
    complain(at, 'mdx', inWords(said))
    return undefined
  }
}

/** Deeper than any text is; what compiles it would go down with it and run out of stack. */
const deepest = 50

function isTooDeep(tree: Root, complain: Complain): boolean {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth += 1) {
    const [first] = level
    if (depth > deepest && first) {
      complain(placeOf(first), 'mdx', `the text is nested more than ${deepest} levels deep here`)
      return true
    }
    level = level.flatMap((it) => ('children' in it ? it.children : []))
  }
  return false
}

/** The parser speaks of characters and of JavaScript; what an owner meant is nearly always a brace or a bracket in prose. */
function inWords(reason: string): string {
  const said = (reason.split('\n')[0] ?? reason)
    .replace(/\s*\(`?\d+:\d+-\d+:\d+`?\)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (/create a comment in MDX/.test(said)) return 'an HTML comment; write {/* … */}'
  if (/expression|acorn/i.test(said))
    return 'braces with something else than a comment between them; write \\{ for a brace in prose'
  if (/before attribute value/.test(said)) return 'a property without quotes; write name="value"'
  if (/before name/.test(said)) return '< begins no component here; write \\< for a bracket in prose'
  const [, tag] = /^Expected a closing tag for `<([a-z][^>]*)>`/.exec(said) ?? []
  if (!tag) return said
  const instead = inMarkdown(tag)
  return `<${tag}> is not closed, and no component; ${instead ? `in Markdown it is ${instead}` : 'write \\< for a bracket in prose'}`
}
