import type { Options } from 'css-select'
import { attribute, type Element, isElement, type Node } from './html'

type Adapter = NonNullable<Options<Node, Element>['adapter']>

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const parentOf = (node: Node): Element | null => (node.parentNode && 'tagName' in node.parentNode ? node.parentNode : null)
const textOf = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(textOf).join(''))

/** How css-select walks the trees that parse5 makes. */
export const treeAdapter = {
  isTag: isElement,
  getAttributeValue: (element, name) => attribute(element, name),
  hasAttrib: (element, name) => attribute(element, name) !== undefined,
  getName: (element) => element.tagName,
  getChildren: childrenOf,
  getParent: parentOf,
  getSiblings: (node) => (node.parentNode ? node.parentNode.childNodes : [node]),
  getText: textOf,
  removeSubsets: (nodes) => nodes.filter((it, index) => nodes.indexOf(it) === index),
  prevElementSibling: (node) => {
    const siblings = node.parentNode?.childNodes ?? []
    return siblings.slice(0, siblings.indexOf(node)).reverse().find(isElement) ?? null
  },
} satisfies Adapter
