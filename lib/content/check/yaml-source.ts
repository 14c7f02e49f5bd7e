import matter from 'gray-matter'
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseAllDocuments,
  type ParsedNode,
  visit,
  type YAMLError,
} from 'yaml'
import { ambiguityOf } from './yaml-ambiguity'
import { refuseMisread } from './yaml-misread'
import { sayYamlError } from './yaml-words'
import { type Complain, type Place } from './problem'

export type YamlSource = {
  readonly value: unknown
  /** Where the value at that path stands, or the nearest thing around it that is there. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place
  readonly placeOfKey: (path: readonly PropertyKey[], key: string) => Place
}

const top: Place = { line: 1, column: 1 }

/** Reads YAML as strictly as both of its readers together; undefined when it cannot be read at all. */
export function readYaml(yaml: string, linesBefore: number, complain: Complain): YamlSource | undefined {
  const lines = new LineCounter()
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line) + linesBefore, column: Math.max(1, col) }
  }
  const parsed = parse(yaml, lines)
  if (parsed === 'too deep') {
    complain({ ...top, line: 1 + linesBefore }, 'yaml', 'the fields are nested too deeply to be read')
    return undefined
  }
  const [first, second] = parsed
  if (!first) return { value: null, placeOf: () => ({ line: 1 + linesBefore, column: 1 }), placeOfKey: () => top }
  if (second) complain(place(second.range[0]), 'yaml-feature', 'a second YAML document begins here', { allowed: 'one' })
  for (const error of independent([...first.errors, ...first.warnings])) {
    const { offset, found, ...more } = sayYamlError(error, yaml, first)
    complain(place(offset), 'yaml', found, more)
  }
  if (first.errors.length > 0 || second) return undefined
  const lost = refuseMisread(first, yaml, place, complain)
  const refused = refuseFeatures(first, place, complain)
  if (lost || refused || !readByOlderYaml(yaml, linesBefore, complain)) return undefined
  const root = first.contents
  const at = (node: Node | null | undefined) => (node?.range ? place(node.range[0]) : { line: 1 + linesBefore, column: 1 })
  return {
    value: first.toJS() as unknown,
    placeOf: (path) => at(nodeAt(root, path).node),
    placeOfKey: (path, key) => at(keyNode(nodeAt(root, path).node, key) ?? nodeAt(root, path).node),
  }
}

type Parsed = readonly Document.Parsed<ParsedNode>[]

function parse(yaml: string, lineCounter: LineCounter): Parsed | 'too deep' {
  try {
    const parsed = parseAllDocuments(yaml, { lineCounter, prettyErrors: false, uniqueKeys: true })
    return Array.isArray(parsed) ? parsed : []
  } catch (error) {
    if (error instanceof RangeError) return 'too deep'
    throw error
  }
}

/** What follows the first error is its consequence, but for a key that is there twice. */
function independent(errors: readonly YAMLError[]): YAMLError[] {
  const first = errors.find((it) => it.code !== 'DUPLICATE_KEY')
  return errors.filter((it) => it === first || it.code === 'DUPLICATE_KEY')
}

/** What makes one value stand for another; true when there is any, and then the value is not looked at. */
function refuseFeatures(document: Document.Parsed<ParsedNode>, place: (offset: number) => Place, complain: Complain): boolean {
  let refused = 0
  const refuse = (node: Node, what: string) => {
    refused += 1
    // An alias that grows has hundreds; the first show what is meant.
    if (refused <= 5) complain(node.range ? place(node.range[0]) : top, 'yaml-feature', what, { allowed: 'the value itself' })
  }
  visit(document, {
    Node(key, node) {
      if (isAlias(node)) return refuse(node, `an alias (*${node.source})`)
      if (!isScalar(node) && !isCollection(node)) return
      if (node.anchor) refuse(node, `an anchor (&${node.anchor})`)
      // The parser notes a tag only where one is written.
      if (node.tag) refuse(node, `a tag (${node.tag})`)
      if (!isScalar(node)) return
      if (key === 'key') {
        // Field names are a list of their own: `y` is a place in a drawing, whatever it once meant.
        if (typeof node.value !== 'string') refuse(node, `the key ${String(node.value)} is not text`)
        return
      }
      const other = ambiguityOf(node)
      if (other && node.range)
        complain(place(node.range[0]), 'yaml-ambiguous', `${String(node.source)} is ${other} to older YAML readers`, {
          allowed: `"${String(node.source)}" in quotes, or another spelling`,
        })
    },
    Pair(_, pair) {
      if (isPair(pair) && isCollection(pair.key)) refuse(pair.key, 'a key that is itself a list or a group')
    },
  })
  return refused > 0
}

type Mark = { readonly line: number; readonly column: number }

/** mdx-bundler reads the same fields once more with a reader of YAML 1.1 and fails where that one fails. */
function readByOlderYaml(yaml: string, linesBefore: number, complain: Complain): boolean {
  try {
    // With options it keeps nothing of what it read.
    matter(`---\n${yaml}\n---\n`, {})
    return true
  } catch (error) {
    const { mark, reason } = error as { mark?: Mark; reason?: string }
    const found = `YAML 1.1 cannot read this${reason ? `: ${reason}` : ''}`
    // It counts from zero and has seen one line more than we have.
    complain({ line: (mark?.line ?? 1) + linesBefore, column: (mark?.column ?? 0) + 1 }, 'yaml', found)
    return false
  }
}

function keyNode(node: Node | null | undefined, key: string): Node | undefined {
  if (!isMap(node)) return undefined
  const pair = node.items.find((it) => isScalar(it.key) && String(it.key.value) === key)
  return isScalar(pair?.key) ? pair.key : undefined
}

/** The deepest node of the path that is there. */
function nodeAt(root: Node | null, path: readonly PropertyKey[]): { readonly node: Node | null } {
  let node: Node | null = root
  for (const key of path) {
    if (!isCollection(node)) break
    const child: unknown = node.get(key, true)
    if (!isScalar(child) && !isCollection(child)) break
    node = child
  }
  return { node }
}
