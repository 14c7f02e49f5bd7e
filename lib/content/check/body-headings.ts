import GithubSlugger from 'github-slugger'
import type { Heading, Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { placeOf } from './body-nodes'
import type { Complain } from './problem'

const plain = new Set(['text', 'inlineCode', 'emphasis', 'strong', 'delete', 'heading'])

/** The headings' rules, and the anchors that lib/markdown/outline.ts will give them. */
export function checkHeadings(tree: Root, complain: Complain): string[] {
  const slugger = new GithubSlugger()
  const lineOf = new Map<string, number>()
  const anchors: string[] = []
  let depth = 1
  visit(tree, 'heading', (node) => {
    const place = placeOf(node)
    const text = toString(node).trim()
    if (text === '') complain(place, 'heading', 'a heading without text')
    checkDepth(node, depth, complain)
    depth = Math.max(node.depth, 1)
    visit(node, (part: Nodes) => {
      if (!plain.has(part.type))
        complain(placeOf(part), 'heading', `a heading with more than text in it (${part.type})`, {
          allowed: 'text, `code` and emphasis',
        })
    })
    const earlier = lineOf.get(text)
    if (earlier !== undefined && text !== '')
      complain(place, 'heading-duplicate', `"${text}" is a heading on line ${earlier} already`, { allowed: 'each text once' })
    lineOf.set(text, place.line)
    if (node.depth >= 2 && node.depth <= 4) anchors.push(slugger.slug(toString(node)))
  })
  return anchors
}

function checkDepth({ depth, position }: Heading, before: number, complain: Complain): void {
  const place = placeOf({ position })
  const hashes = '#'.repeat(depth)
  if (depth === 1) complain(place, 'heading', 'a heading of the first level; the title is that one', { allowed: '## and below' })
  else if (depth > 4) complain(place, 'heading', `${hashes} is too deep`, { allowed: '##, ### and ####' })
  else if (depth > before + 1)
    complain(place, 'heading', `${hashes} follows ${before === 1 ? 'the title' : '#'.repeat(before)} and skips a level`, {
      allowed: `${'#'.repeat(before + 1)} or higher`,
    })
}
