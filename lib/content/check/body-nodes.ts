import type { Nodes } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import type { Place } from './problem'

/** Where a node begins. */
export const placeOf = (node: Pick<Nodes, 'position'>): Place => {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  return { line, column }
}

export type Component = MdxJsxFlowElement | MdxJsxTextElement

export const isComponent = (node: { type: string }): node is Component =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

/** A property as plain text: undefined when it is not given or is no text. */
export function propertyOf(node: Component, name: string): string | undefined {
  const found = node.attributes.find((it) => it.type === 'mdxJsxAttribute' && it.name === name)
  return typeof found?.value === 'string' ? found.value : undefined
}
