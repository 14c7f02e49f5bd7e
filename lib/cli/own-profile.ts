import { type Document, isCollection, isMap, isScalar, parseDocument } from 'yaml'
import { yamlOf } from '@/lib/content/write-document'

export type Owner = {
  readonly name?: string | undefined
  readonly role?: string | undefined
  readonly email?: string | undefined
  readonly site?: string | undefined
  readonly location?: string | undefined
  readonly statement?: string | undefined
  readonly links?: readonly { readonly label: string; readonly url: string }[]
}

export type SampleMarks = { readonly sample: boolean; readonly sampleContent: boolean }

const parts = /^(---\n)([\s\S]*?\n)(---(?:\n|$)[\s\S]*)$/

const yamlIn = (profile: string) => parts.exec(profile)?.[2] ?? ''

const textAt = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** What the profile says of its owner now. */
export function ownerIn(profile: string): Owner & SampleMarks {
  const fields = parseDocument(yamlIn(profile))
  const at = (...path: string[]) => textAt(fields.getIn(path))
  const marks = { sample: fields.get('sample') === true, sampleContent: fields.get('sampleContent') === true }
  return {
    name: at('name'),
    role: at('role'),
    email: at('contact', 'email'),
    site: at('site'),
    location: at('location'),
    statement: at('statement'),
    ...marks,
  }
}

export const titleFor = (name: string, role: string): string =>
  `${name}, ${role.charAt(0).toLowerCase()}${role.slice(1)}`.slice(0, 90)

/** The profile with its owner's facts in place; every other character stays as it is. */
export function ownProfile(profile: string, owner: Owner): string {
  const [, opening = '---\n', , rest = '---\n'] = parts.exec(profile) ?? []
  const role = owner.role || ownerIn(profile).role || 'Software engineer'
  const values: [path: string[], value: unknown][] = [
    [['title'], titleFor(owner.name ?? '', role)],
    [['name'], owner.name],
    [['role'], role],
    [['contact', 'email'], owner.email],
    [['site'], owner.site],
    [['location'], owner.location],
    [['statement'], owner.statement],
    [['links'], owner.links?.length ? owner.links : undefined],
  ]
  const changed = values
    .filter(([, value]) => value !== undefined && value !== '')
    .reduce((yaml, [path, value]) => withValue(yaml, path, value), yamlIn(profile))
  return opening + without(changed, 'sample') + rest
}

const inOneLine = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map((it: { label: string; url: string }) => `{ label: ${JSON.stringify(it.label)}, url: ${JSON.stringify(it.url)} }`).join(', ')}]`
    : yamlOf({ it: value }).slice('it: '.length).trimEnd()

/** Puts a value where one stands, or at the end. Writing the whole anew would change the style of every line. */
function withValue(yaml: string, path: readonly string[], value: unknown): string {
  const node: unknown = parseDocument(yaml).getIn(path, true)
  if ((isScalar(node) || isCollection(node)) && node.range) {
    const [from, to] = node.range
    return yaml.slice(0, from) + inOneLine(value) + yaml.slice(to).replace(/^(?!\s)/, isCollection(node) ? '\n' : '')
  }
  return `${yaml}${path.at(-1) ?? ''}: ${inOneLine(value)}\n`
}

function without(yaml: string, name: string): string {
  const document: Document = parseDocument(yaml)
  const pair = isMap(document.contents)
    ? document.contents.items.find((it) => isScalar(it.key) && it.key.value === name)
    : undefined
  if (!isScalar(pair?.key) || !pair.key.range) return yaml
  const [from] = pair.key.range
  return yaml.slice(0, from) + yaml.slice(yaml.indexOf('\n', from) + 1)
}
