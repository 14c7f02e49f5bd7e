import { type Document, isCollection, isScalar, type Node, type ParsedNode, Scalar, visit, type YAMLError } from 'yaml'
import { foreignCharacter, shown } from './problem'

type Said = { readonly offset: number; readonly found: string; readonly allowed?: string; readonly suggestion?: string }

/** What begins last before an offset and is of that kind: a quote or a bracket that is missed at its end was opened there. */
function openedBefore(offset: number, document: Document.Parsed<ParsedNode>, isIt: (node: Node) => boolean): number {
  let start = offset
  visit(document, {
    Node(_, node) {
      if (node.range && node.range[0] <= offset && isIt(node)) start = node.range[0]
    },
  })
  return start
}

const isQuoted = (node: Node) => isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE)
const isFlow = (node: Node) => isCollection(node) && node.flow === true

function noField(line: string, offset: number): Said {
  const foreign = foreignCharacter(line)
  const [, name, value] = /^([A-Za-z]+):([^\s:].*)$/.exec(line) ?? []
  return {
    offset,
    found: `${shown(line)} is no field${foreign ? ` (${foreign})` : ''}`,
    allowed: 'name: value, with a space after the colon; the further lines of a text are indented',
    ...(name && value ? { suggestion: `${name}: ${value}` } : {}),
  }
}

/** The parser speaks of scalars, flows and implicit keys; an owner has quotes, brackets and lines. */
export function sayYamlError({ code, message, pos }: YAMLError, source: string, document: Document.Parsed<ParsedNode>): Said {
  const [offset] = pos
  const line = (source.slice(offset).split('\n')[0] ?? '').trim()
  if (code === 'DUPLICATE_KEY')
    return { offset, found: `the field ${shown(line.split(':')[0])} stands here once more`, allowed: 'each field once' }
  if (code === 'TAB_AS_INDENT') return { offset, found: 'a tab at the beginning of the line', allowed: 'spaces' }
  if (/^Missing closing .quote/.test(message))
    return {
      offset: openedBefore(offset, document, isQuoted),
      found: 'a text that begins with a quote and does not end with one',
      allowed: 'the same quote at its end',
    }
  if (/^Flow (?:sequence|map)/.test(message)) {
    const at = openedBefore(offset, document, isFlow)
    const [open, close] = source[at] === '{' ? ['{', '}'] : ['[', ']']
    return { offset: at, found: `${open} is opened and not closed`, allowed: `${close} at its end` }
  }
  if (message.startsWith('Unexpected scalar at node end'))
    return {
      offset,
      found: `${shown(line)} follows the closing quote`,
      allowed: `the text in "…", or '' for an apostrophe in '…'`,
    }
  if (message.startsWith('Unexpected scalar'))
    return { offset, found: `nothing separates ${shown(line)} from what stands before it`, allowed: 'a comma between entries' }
  if (message.startsWith('Nested mappings are not allowed in compact mappings'))
    return { offset, found: 'a colon and a space in a text without quotes', allowed: 'the whole text in quotes' }
  if (message.startsWith('A block sequence may not') || code === 'BAD_INDENT')
    return {
      offset,
      found: 'the line is indented otherwise than those it belongs to',
      allowed: 'as many spaces as the line above',
    }
  if (code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys')) return noField(line, offset)
  return { offset, found: message.split('\n')[0] ?? message }
}
