import type { Element, Root } from 'hast'
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic'
import { toString } from 'hast-util-to-string'
import temml from 'temml'
import { visit } from 'unist-util-visit'

function classesOf(node: Element): string[] {
  return Array.isArray(node.properties.className) ? node.properties.className.map(String) : []
}

/** A long formula scrolls inside itself on a phone; by keyboard that takes a place for the focus. */
const inOwnLine = (math: Element): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['formula'], role: 'group', ariaLabel: 'Formula', tabIndex: 0 },
  children: [math],
})

/** TeX becomes MathML while the page is built: the reader's browser draws it, no script and no font is sent. */
export function mathematics() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      const [child] = node.children
      const displayMode = node.tagName === 'pre' && child?.type === 'element' && classesOf(child).includes('math-display')
      const inline = classesOf(node).includes('math-inline')
      if ((!displayMode && !inline) || !parent || index === undefined) return
      const markup = temml.renderToString(toString(node), { displayMode, throwOnError: true, annotate: true })
      const math = fromHtmlIsomorphic(markup, { fragment: true }).children[0]
      if (math?.type !== 'element') return
      // The site's policy forbids style attributes; what Temml says by them, prose.css says by class.
      visit(math, 'element', (part) => {
        delete part.properties.style
      })
      parent.children[index] = displayMode ? inOwnLine(math) : math
    })
  }
}
