import { isValidElement, type ReactElement, type ReactNode } from 'react'

type Props = { readonly id?: string; readonly src?: string; readonly title?: string; readonly children?: ReactNode }

/**
 * What depends on the order of the text: which figure is the second, which use of a term is the first. It is read off
 * the whole tree before any of it is rendered, because React may render late parts of a long piece first.
 */
export type Places = {
  figure(id: string): number
  isFirst(term: object): boolean
  tabs(props: object): number
  explorer(props: object): number
  read(text: ReactNode, figuresBefore: number): void
}

/** The parts that are counted carry their name, so that the tree can be read without knowing this document's own. */
export type Placed = { readonly placed: 'figure' | 'term' | 'tabs' | 'explorer' }

const placedAs = (element: ReactElement): Placed['placed'] | undefined =>
  typeof element.type === 'function' ? (element.type as unknown as Partial<Placed>).placed : undefined

function* elementsIn(node: ReactNode): Generator<ReactElement<Props>> {
  if (Array.isArray(node)) for (const child of node as ReactNode[]) yield* elementsIn(child)
  if (!isValidElement<Props>(node)) return
  yield node
  yield* elementsIn(node.props.children)
}

export function placesIn(): Places {
  const figures = new Map<string, number>()
  const terms = new Map<string, object>()
  const tabs = new Map<object, number>()
  const explorers = new Map<object, number>()
  return {
    figure: (id) => figures.get(id) ?? 0,
    isFirst: (props) => [...terms.values()].includes(props),
    tabs: (props) => tabs.get(props) ?? 0,
    explorer: (props) => explorers.get(props) ?? 0,
    read: (text, figuresBefore) => {
      for (const element of elementsIn(text)) {
        // A picture without a caption has no number either.
        const id = element.props.id ?? (element.props.title && element.props.src)
        const placed = placedAs(element)
        if (placed === 'figure' && id && !figures.has(id)) figures.set(id, figures.size + 1 + figuresBefore)
        if (placed === 'term' && id && !terms.has(id)) terms.set(id, element.props)
        if (placed === 'tabs') tabs.set(element.props, tabs.size + 1)
        if (placed === 'explorer') explorers.set(element.props, explorers.size + 1)
      }
    },
  }
}
