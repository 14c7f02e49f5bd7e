import { SaxesParser } from 'saxes'

export type XmlElement = {
  /** The namespace, and the name within it. */
  readonly uri: string
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

type Open = { uri: string; name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }

/** Throws at the first place where the text is not well-formed XML 1.0 with namespaces. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const root: Open = { uri: '', name: '', attributes: {}, children: [], text: '' }
  const open: Open[] = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const own = Object.fromEntries(Object.values(attributes).map((it) => [it.name, it.value]))
    open.push({ uri, name: local, attributes: own, children: [], text: '' })
  })
  const take = (it: string) => void (open.at(-1)!.text += it)
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => {
    const closed = open.pop()!
    open.at(-1)!.children.push(closed)
  })
  parser.write(text).close()
  return root.children[0]!
}

export const childrenNamed = ({ children }: XmlElement, name: string, uri: string): XmlElement[] =>
  children.filter((it) => it.name === name && it.uri === uri)

export const isWholeAddress = (text: string): boolean => /^https?:\/\/[^/\s]+/.test(text) && URL.canParse(text)

/** Addresses in the HTML that a feed carries: whoever shows it stands elsewhere. */
export const partAddresses = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
    .map(([, address = '']) => address)
    .filter((it) => !isWholeAddress(it) && !/^(?:mailto|tel|data):/.test(it))

export const repeated = (values: readonly string[]): string[] => values.filter((it, at) => values.indexOf(it) !== at)
