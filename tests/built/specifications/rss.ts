import { childrenNamed, isWholeAddress, parseXml, partAddresses, repeated, type XmlElement } from './xml'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** RFC 822 with a year of four digits, as the specification of RSS 2.0 prefers; the weekday has to be the right one. */
export function isMailDate(text: string): boolean {
  const [, day, month] = /^([A-Z][a-z]{2}), \d{2} ([A-Z][a-z]{2}) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|UT|[+-]\d{4})$/.exec(text) ?? []
  const moment = new Date(text)
  if (!day || !month || Number.isNaN(moment.getTime())) return false
  const local = new Date(`${text.replace(/ \S+$/, '')} GMT`)
  return days[local.getUTCDay()] === day && local.toUTCString().startsWith(text.slice(0, 16))
}

const ofChannel = [
  'title',
  'link',
  'description',
  'language',
  'copyright',
  'managingEditor',
  'webMaster',
  'pubDate',
  'lastBuildDate',
  'category',
  'generator',
  'docs',
  'cloud',
  'ttl',
  'image',
  'rating',
  'textInput',
  'skipHours',
  'skipDays',
  'item',
]
const ofItem = ['title', 'link', 'description', 'author', 'category', 'comments', 'enclosure', 'guid', 'pubDate', 'source']
const mayRepeat = ['item', 'category']

const content = 'http://purl.org/rss/1.0/modules/content/'

const textOf = (parent: XmlElement, name: string): string | undefined => childrenNamed(parent, name, '')[0]?.text

/** Elements of RSS itself are those of its list, once each; those of others have a namespace. */
const unknownProblems = (parent: XmlElement, where: string, known: readonly string[]): string[] => {
  const own = parent.children.filter((it) => it.uri === '').map((it) => it.name)
  return [
    ...own.filter((it) => !known.includes(it)).map((it) => `${where} has a ${it}, which RSS does not know`),
    ...repeated(own.filter((it) => !mayRepeat.includes(it))).map((it) => `${where} has ${it} more than once`),
  ]
}

const dateProblems = (parent: XmlElement, where: string): string[] =>
  ['pubDate', 'lastBuildDate'].flatMap((name) => {
    const date = textOf(parent, name)
    return date === undefined || isMailDate(date) ? [] : [`${where}: ${name} "${date}" is no RFC 822 date`]
  })

function itemProblems(item: XmlElement, index: number): string[] {
  const where = `item ${index + 1}`
  const [guid] = childrenNamed(item, 'guid', '')
  const link = textOf(item, 'link')
  const bodies = childrenNamed(item, 'encoded', content)
  return [
    ...unknownProblems(item, where, ofItem),
    ...dateProblems(item, where),
    ...(textOf(item, 'title') || textOf(item, 'description') ? [] : [`${where} has neither title nor description`]),
    ...(link === undefined || isWholeAddress(link) ? [] : [`${where}: the link ${link} is not whole`]),
    ...(guid && guid.attributes.isPermaLink !== 'false' && !isWholeAddress(guid.text)
      ? [`${where}: the guid ${guid.text} is no address`]
      : []),
    ...(bodies.length > 1 ? [`${where} has its content more than once`] : []),
    ...bodies.flatMap((it) => partAddresses(it.text)).map((it) => `${where}: its content refers to ${it}`),
  ]
}

/** What the specification of RSS 2.0 asks of a feed. */
export function rssProblems(text: string): string[] {
  const root = parseXml(text)
  if (root.name !== 'rss' || root.attributes.version !== '2.0') return ['the root is no rss of version 2.0']
  const [channel, ...others] = childrenNamed(root, 'channel', '')
  if (!channel || others.length > 0) return ['there is not one channel']
  const items = childrenNamed(channel, 'item', '')
  const language = textOf(channel, 'language')
  return [
    ...['title', 'link', 'description'].filter((it) => !textOf(channel, it)).map((it) => `the channel has no ${it}`),
    ...unknownProblems(channel, 'the channel', ofChannel),
    ...dateProblems(channel, 'the channel'),
    ...(isWholeAddress(textOf(channel, 'link') ?? '') ? [] : [`the channel: the link ${textOf(channel, 'link')} is not whole`]),
    ...(language === undefined || /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language)
      ? []
      : [`the channel: ${language} is no language`]),
    ...repeated(items.flatMap((it) => textOf(it, 'guid') ?? [])).map((it) => `two items have the guid ${it}`),
    ...items.flatMap(itemProblems),
  ]
}
