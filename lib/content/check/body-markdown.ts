import type { Nodes, Root } from 'mdast'
import type {} from 'mdast-util-math'
import temml from 'temml'
import { SKIP, visit } from 'unist-util-visit'
import { isComponent, placeOf } from './body-nodes'
import { type Complain, shown } from './problem'

/** Markdown that would be printed as something else than was meant. */
export function checkMarkdown(tree: Root, source: string, complain: Complain): void {
  const notes = { defined: new Set<string>(), used: new Set<string>() }
  visit(tree, (node) => {
    if (node.type === 'listItem' && typeof node.checked === 'boolean')
      complain(placeOf(node), 'markdown', 'a task list', { allowed: 'a plain list' })
    if (node.type === 'inlineMath' || node.type === 'math') checkFormula(node, source, complain)
    if (node.type === 'footnoteReference') notes.used.add(node.identifier)
    if (node.type === 'footnoteDefinition') notes.defined.add(node.identifier)
    if (node.type === 'text') checkBrackets(node, source, complain)
    if (node.type === 'paragraph') checkHashes(node, complain)
    if (node.type === 'paragraph' && countMarks(node) > 1)
      complain(placeOf(node), 'markdown', 'two <Mark> in one paragraph', { allowed: 'one' })
    if (node.type === 'html') complain(placeOf(node), 'component', 'HTML', { allowed: 'Markdown and components' })
  })
  visit(tree, 'footnoteDefinition', (node) => {
    if (!notes.used.has(node.identifier))
      complain(placeOf(node), 'markdown', `nothing refers to the footnote [^${node.label ?? node.identifier}]`, {
        allowed: `[^${node.label ?? node.identifier}] in the text`,
      })
  })
}

/** `##Text` is a paragraph that begins with two signs. */
function checkHashes(node: Extract<Nodes, { type: 'paragraph' }>, complain: Complain): void {
  const [first] = node.children
  const [, hashes] = (first?.type === 'text' && /^(#{2,6})[^#\s]/.exec(first.value)) || []
  if (hashes)
    complain(placeOf(node), 'heading', `${hashes} without a space after it is no heading`, {
      allowed: `${hashes} and the heading`,
    })
}

/** `$5 and $6` would be set as a formula: a price has a space before its sign, and a digit after the next one. */
function isMoney(node: Nodes, source: string): boolean {
  const end = node.position?.end.offset
  if (node.type !== 'inlineMath' || end === undefined || !/^\$[^$]/.test(source.slice(node.position?.start.offset))) return false
  return /\s\$$/.test(source.slice(0, end)) || /^\d/.test(source.slice(end))
}

function checkFormula(node: Extract<Nodes, { type: 'inlineMath' | 'math' }>, source: string, complain: Complain): void {
  if (isMoney(node, source)) {
    complain(placeOf(node), 'math', `${shown(`$${node.value}$`)} would be set as a formula`, {
      allowed: 'no space before the closing $ and no digit after it; write \\$ for money',
    })
    return
  }
  try {
    temml.renderToString(node.value, { displayMode: node.type === 'math', throwOnError: true })
  } catch (error) {
    complain(
      placeOf(node),
      'math',
      `the formula cannot be set: ${((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '').trim()}`,
    )
  }
}

/** `[^1]` and `[text][name]` stay as they are where nothing defines them; written `\[` they are meant so. */
function checkBrackets(node: Extract<Nodes, { type: 'text' }>, source: string, complain: Complain): void {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  if (from === undefined || to === undefined) return
  const written = source.slice(from, to)
  for (const { 0: found, index } of written.matchAll(/(?<!\\)\[\^[^\]\s]+\]|(?<!\\)\[[^\]^]+\]\[[^\]]*\]/g)) {
    const before = written.slice(0, index).split('\n')
    const line = (node.position?.start.line ?? 1) + before.length - 1
    const column = (before.length === 1 ? (node.position?.start.column ?? 1) : 1) + (before.at(-1)?.length ?? 0)
    complain({ line, column }, 'markdown', `${found} is not defined`, {
      allowed: found.startsWith('[^') ? `${found}: and its text, on a line of its own` : '[text](/address/)',
    })
  }
}

function countMarks(paragraph: Nodes): number {
  let marks = 0
  visit(paragraph, (node) => {
    // What stands in a sidenote is read apart from the paragraph.
    if (isComponent(node) && node.name === 'Sidenote') return SKIP
    if (isComponent(node) && node.name === 'Mark') marks += 1
    return undefined
  })
  return marks
}
