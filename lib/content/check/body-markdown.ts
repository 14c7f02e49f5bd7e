import type { Nodes, Root } from 'mdast'
import type {} from 'mdast-util-math'
import temml from 'temml'
import { SKIP, visit } from 'unist-util-visit'
import { isComponent, placeOf } from './body-nodes'
import type { Complain } from './problem'

/** Markdown that would be printed as something else than was meant. */
export function checkMarkdown(tree: Root, source: string, complain: Complain): void {
  const notes = { defined: new Set<string>(), used: new Set<string>() }
  visit(tree, (node) => {
    if (node.type === 'listItem' && typeof node.checked === 'boolean')
      complain(placeOf(node), 'markdown', 'a task list', { allowed: 'a plain list' })
    if (node.type === 'inlineMath' || node.type === 'math') checkFormula(node, complain)
    if (node.type === 'footnoteReference') notes.used.add(node.identifier)
    if (node.type === 'footnoteDefinition') notes.defined.add(node.identifier)
    if (node.type === 'text') checkBrackets(node, source, complain)
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

function checkFormula(node: Extract<Nodes, { type: 'inlineMath' | 'math' }>, complain: Complain): void {
  try {
    temml.renderToString(node.value, { displayMode: node.type === 'math', throwOnError: true })
  } catch (error) {
    complain(
      placeOf(node),
      'math',
      `the formula cannot be set: ${(error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''}`,
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
