import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { type FenceMeta, parseFenceMeta } from './fence'
import { highlight, type Token } from './highlight'
import { isLanguage, type Language, languages } from './languages'

const element = (tagName: string, className: string | undefined, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: className ? { className: className.split(' ') } : {},
  children,
})
const text = (value: string): ElementContent => ({ type: 'text', value })

function lineClass(meta: FenceMeta, number: number): string {
  const classes = ['line']
  if (meta.marked.has(number)) classes.push('marked')
  if (meta.added.has(number)) classes.push('added')
  if (meta.removed.has(number)) classes.push('removed')
  if (meta.focused.size > 0 && !meta.focused.has(number)) classes.push('aside')
  return classes.join(' ')
}

const printToken = ({ text: value, className }: Token): ElementContent =>
  className ? element('span', className, [text(value)]) : text(value)

function caption(meta: FenceMeta, language: Language): Element {
  const name = meta.file ? [element('span', 'code-file', [text(meta.file)])] : []
  return element('figcaption', undefined, [...name, element('span', 'code-language', [text(languages[language].name)])])
}

async function printBlock(code: string, language: Language, meta: FenceMeta): Promise<Element> {
  const rows = await highlight(code.replace(/\n$/, ''), language)
  const lines = rows.flatMap((row, index) => [
    ...(index > 0 ? [text('\n')] : []),
    element('span', lineClass(meta, index + 1), row.map(printToken)),
  ])
  const pre = element('pre', undefined, [element('code', undefined, lines)])
  // Long lines scroll inside the block, so the block must be reachable by keyboard.
  pre.properties = { tabIndex: 0, role: 'group', ariaLabel: meta.file ?? `${languages[language].name} code` }
  const block = element('figure', `code${rows.length > 3 ? ' numbered' : ''}`, [caption(meta, language), pre])
  return block
}

/** Turns each fence into a captioned block of classed tokens. */
export function codeBlocks() {
  return async (tree: Root): Promise<void> => {
    const found: { parent: { children: unknown[] }; index: number; code: Element }[] = []
    visit(tree, 'element', (node, index, parent) => {
      const code = node.children[0]
      if (node.tagName === 'pre' && code?.type === 'element' && parent && index !== undefined) found.push({ parent, index, code })
    })
    for (const { parent, index, code } of found) {
      const name = String(code.properties.className ?? '').replace('language-', '')
      const language: Language = isLanguage(name) ? name : 'text'
      const { meta } = parseFenceMeta(String((code.data as { meta?: string } | undefined)?.meta ?? ''))
      parent.children[index] = await printBlock(toString(code), language, meta)
    }
  }
}
