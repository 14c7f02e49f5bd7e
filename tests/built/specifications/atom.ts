import { childrenNamed, isWholeAddress, parseXml, partAddresses, repeated, type XmlElement } from './xml'

const atom = 'http://www.w3.org/2005/Atom'

/** RFC 3339 with an upper-case T and Z, as RFC 4287 (3.3) asks for. */
const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))

const once = (parent: XmlElement, where: string, names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const count = childrenNamed(parent, name, atom).length
    return count === 1 ? [] : [`${where} has ${count} ${name} elements, not one`]
  })

const atMostOnce = (parent: XmlElement, where: string, names: readonly string[]): string[] =>
  names.flatMap((name) => (childrenNamed(parent, name, atom).length > 1 ? [`${where} has ${name} more than once`] : []))

/** 3.3, 4.2.6, 4.2.7: moments, identifiers and links of the feed or of an entry. */
function ownProblems(parent: XmlElement, where: string): string[] {
  const moments = ['updated', 'published'].flatMap((name) => childrenNamed(parent, name, atom))
  const links = childrenNamed(parent, 'link', atom)
  const alternates = links.filter((it) => (it.attributes.rel ?? 'alternate') === 'alternate')
  return [
    ...moments.filter((it) => !isMoment(it.text)).map((it) => `${where}: ${it.name} "${it.text}" is no RFC 3339 moment`),
    ...childrenNamed(parent, 'id', atom)
      .filter((it) => !/^[a-z][a-z0-9+.-]*:\S+$/i.test(it.text))
      .map((it) => `${where}: the id "${it.text}" is no absolute IRI`),
    ...links
      .filter((it) => !isWholeAddress(it.attributes.href ?? ''))
      .map((it) => `${where}: the link ${it.attributes.href} is not whole`),
    ...repeated(alternates.map((it) => `${it.attributes.type} ${it.attributes.hreflang}`)).map(
      () => `${where} has two alternate links of one type`,
    ),
  ]
}

/** 3.1: text that says it is text or HTML holds no elements. */
const textProblems = (parent: XmlElement, where: string): string[] =>
  parent.children
    .filter((it) => ['title', 'subtitle', 'summary', 'rights', 'content'].includes(it.name))
    .flatMap((it) => {
      const type = it.attributes.type ?? 'text'
      if (!['text', 'html', 'xhtml'].includes(type)) return [`${where}: ${it.name} is of the type ${type}`]
      return type !== 'xhtml' && it.children.length > 0 ? [`${where}: ${it.name} holds elements though it is ${type}`] : []
    })

/** 4.1.1 */
const personProblems = (parent: XmlElement, where: string): string[] =>
  ['author', 'contributor']
    .flatMap((name) => childrenNamed(parent, name, atom))
    .filter((it) => childrenNamed(it, 'name', atom).length !== 1)
    .map((it) => `${where}: the ${it.name} has no single name`)

/** 4.1.2 */
function entryProblems(entry: XmlElement, index: number): string[] {
  const where = `entry ${index + 1}`
  const content = childrenNamed(entry, 'content', atom)[0]
  const hasAlternate = childrenNamed(entry, 'link', atom).some((it) => (it.attributes.rel ?? 'alternate') === 'alternate')
  return [
    ...once(entry, where, ['id', 'title', 'updated']),
    ...atMostOnce(entry, where, ['content', 'published', 'rights', 'source', 'summary']),
    ...(content || hasAlternate ? [] : [`${where} has neither content nor an alternate link`]),
    ...(content?.attributes.src && childrenNamed(entry, 'summary', atom).length === 0
      ? [`${where} has content elsewhere and no summary`]
      : []),
    ...partAddresses(content?.text ?? '').map((it) => `${where}: its content refers to ${it}`),
    ...ownProblems(entry, where),
    ...textProblems(entry, where),
    ...personProblems(entry, where),
  ]
}

/** What RFC 4287 asks of a feed, and whole addresses besides, since feeds are read elsewhere. */
export function atomProblems(text: string): string[] {
  const feed = parseXml(text)
  if (feed.name !== 'feed' || feed.uri !== atom) return ['the root is no feed of Atom']
  const entries = childrenNamed(feed, 'entry', atom)
  const hasAuthor = (it: XmlElement) => childrenNamed(it, 'author', atom).length > 0
  return [
    ...once(feed, 'the feed', ['id', 'title', 'updated']),
    ...atMostOnce(feed, 'the feed', ['generator', 'icon', 'logo', 'rights', 'subtitle']),
    ...(childrenNamed(feed, 'link', atom).filter((it) => it.attributes.rel === 'self').length === 1
      ? []
      : ['the feed has no single link to itself']),
    ...(hasAuthor(feed) || (entries.length > 0 && entries.every(hasAuthor))
      ? []
      : ['the feed has no author, nor has each entry']),
    ...ownProblems(feed, 'the feed'),
    ...textProblems(feed, 'the feed'),
    ...personProblems(feed, 'the feed'),
    ...repeated(entries.flatMap((it) => childrenNamed(it, 'id', atom).map((id) => id.text))).map(
      (it) => `two entries have the id ${it}`,
    ),
    ...entries.flatMap(entryProblems),
  ]
}
