import { attribute, descendants, type Element, elements, isElement, type Node, remove } from './html'
import type { Page } from './site'

const isFrameworkLink = (it: Element): boolean => {
  if (it.tagName !== 'link') return false
  const preloadsScript = attribute(it, 'rel') === 'preload' && attribute(it, 'as') === 'script'
  // React asks for an early connection to where the page came from anyway.
  const preconnectsToSelf = attribute(it, 'rel') === 'preconnect' && attribute(it, 'href') === '/'
  return preloadsScript || preconnectsToSelf
}

/** Data for machines (JSON-LD, speculation rules) is no program and stays. */
const isProgram = (it: Element): boolean =>
  it.tagName === 'script' && [undefined, '', 'module', 'text/javascript'].includes(attribute(it, 'type'))

const isInsideIsland = (node: Node): boolean => {
  for (let at: Node['parentNode'] = node.parentNode; at; at = 'parentNode' in at ? at.parentNode : null)
    if ('attrs' in at && attribute(at, 'data-island') !== undefined) return true
  return false
}

const isEmptyHolder = (it: Element): boolean =>
  it.tagName === 'div' && attribute(it, 'hidden') !== undefined && !it.childNodes.some((child) => child.nodeName !== '#comment')

/** Takes out what Next sent along to run in the browser; what it printed for the reader stays as it is. */
export function stripFramework(page: Page): void {
  for (const element of elements(page.document)) {
    if (isProgram(element) || isFrameworkLink(element) || isEmptyHolder(element)) remove(element)
    // React's bookkeeping for moving style sheets about.
    element.attrs = element.attrs.filter((it) => it.name !== 'data-precedence')
  }
  for (const node of descendants(page.document))
    // React's marks between texts are needed where it hydrates, and are only bytes elsewhere.
    if (!isElement(node) && node.nodeName === '#comment' && !isInsideIsland(node)) remove(node)
}
