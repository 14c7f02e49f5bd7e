import type { Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Body, Link } from './body'
import { placeOf } from './body-nodes'
import type { Complain } from './problem'

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
  visit(tree, (node) => {
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
      pictures.push({ url, ...place })
    }
  })
  return { links, pictures }
}
