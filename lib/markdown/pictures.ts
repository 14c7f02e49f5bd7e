import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

const isPicture = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'img'

/** The picture that a paragraph consists of, if it does. */
function pictureAlone(children: readonly ElementContent[]): Element | undefined {
  const [first, ...others] = children.filter((it) => !(it.type === 'text' && it.value.trim() === ''))
  return first && others.length === 0 && isPicture(first) ? first : undefined
}

/** A picture becomes a figure, which a paragraph may not hold: it stands in its paragraph's place. */
export function pictures() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      const picture = node.tagName === 'p' ? pictureAlone(node.children) : undefined
      if (picture && parent && index !== undefined) parent.children[index] = picture
    })
  }
}
