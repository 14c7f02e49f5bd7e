import type { Nodes, Parents, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Body, Link } from './body'
import { placeOf } from './body-nodes'
import type { Complain } from './problem'

const isBlank = (node: Nodes) => node.type === 'text' && node.value.trim() === ''

/** A picture is printed as a figure: nothing stands beside it. */
const standsAlone = (parent: Parents | undefined): boolean =>
  parent?.type === 'paragraph' && parent.children.filter((it) => !isBlank(it)).length === 1

/** Links and pictures with their places; what they point to is looked up when every document has been read. */
export function collectLinks(tree: Root, complain: Complain): Pick<Body, 'links' | 'pictures'> {
  const links: Link[] = []
  const pictures: Link[] = []
  const addresses = new Map<string, string>()
  visit(tree, 'definition', (node) => {
    addresses.set(node.identifier, node.url)
  })
  const addressOf = (node: Nodes): string | undefined => {
    if (node.type === 'link' || node.type === 'image') return node.url
    return node.type === 'linkReference' || node.type === 'imageReference' ? addresses.get(node.identifier) : undefined
  }
  visit(tree, (node, _index, parent) => {
    const url = addressOf(node)
    if (url === undefined) return
    const place = placeOf(node)
    if (node.type === 'link' || node.type === 'linkReference') {
      if (toString(node).trim() === '')
        complain(place, 'link', `the link to ${url} has no text`, { allowed: '[text](/address/)' })
      links.push({ url, ...place })
    } else {
      if ('alt' in node && (node.alt ?? '').trim() === '')
        complain(place, 'image-alt', `the picture ${url} has no text`, { allowed: '![what it shows](name.png)' })
      if (!standsAlone(parent))
        complain(place, 'image', `the picture ${url} stands in the middle of something`, { allowed: 'a paragraph of its own' })
      pictures.push({ url, ...place })
    }
  })
  return { links, pictures }
}
