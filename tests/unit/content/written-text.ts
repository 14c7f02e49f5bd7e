import type { Nodes } from 'mdast'
import type {} from 'mdast-util-mdx'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'

const reader = unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter).use(remarkGfm).use(remarkMath).freeze()

const withoutSpace = (text: string) => text.replace(/\s+/g, '')

/** The pieces of text that a document has, in their order; footnotes go to the end of a page and are left out. */
export function writtenText(source: string): string[] {
  const found: string[] = []
  visit(reader.parse(source), (node: Nodes) => {
    if (node.type === 'footnoteDefinition') return SKIP
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') found.push(withoutSpace(node.value))
    return undefined
  })
  return found.filter((it) => it !== '')
}

/** The first piece that is not there, or not in its place. */
export function firstMissing(pieces: readonly string[], printed: string): string | undefined {
  const text = withoutSpace(printed)
  let at = 0
  for (const piece of pieces) {
    const found = text.indexOf(piece, at)
    if (found < 0) return piece
    at = found + piece.length
  }
  return undefined
}
