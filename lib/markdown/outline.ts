import type { Element, Root } from 'hast'
import GithubSlugger from 'github-slugger'
import { toString } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

export type Heading = { readonly id: string; readonly depth: number; readonly text: string }
/** `pictures` are the names of the files beside the document that its text shows. */
export type Outline = { readonly headings: readonly Heading[]; readonly words: number; readonly pictures: readonly string[] }

/**
 * Contentlayer hands computed fields the compiled code but not the tree it came from. The outline is noted
 * here while the tree is at hand, and fetched once by the computed field of the same document.
 */
const noted = new Map<string, Outline>()

export function takeOutline(path: string): Outline {
  const outline = noted.get(path) ?? { headings: [], words: 0, pictures: [] }
  noted.delete(path)
  return outline
}

/** Code with its caption and formulas are looked at, not read along. */
const isNoProse = ({ tagName, properties }: Element): boolean =>
  tagName === 'math' || (tagName === 'figure' && Array.isArray(properties.className) && properties.className.includes('code'))

type RawDocument = { sourceFilePath?: string }

/** Gives headings their anchors and notes them with the number of words outside code and the pictures. */
export function outline() {
  return (tree: Root, file: VFile): void => {
    const slugger = new GithubSlugger()
    const headings: Heading[] = []
    const pictures: string[] = []
    let words = 0
    visit(tree, (node) => {
      if (node.type === 'text') words += node.value.split(/\s+/).filter(Boolean).length
      if (node.type !== 'element') return undefined
      if (isNoProse(node)) return SKIP
      if (node.tagName === 'img') pictures.push(String(node.properties.src))
      const depth = /^h([2-4])$/.exec(node.tagName)?.[1]
      if (!depth || node.properties.id) return undefined
      const text = toString(node)
      const id = slugger.slug(text)
      node.properties.id = id
      headings.push({ id, depth: Number(depth), text })
      return undefined
    })
    const path = (file.data.rawDocumentData as RawDocument | undefined)?.sourceFilePath
    if (path) noted.set(path, { headings, words, pictures })
  }
}
