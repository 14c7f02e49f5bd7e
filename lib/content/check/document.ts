import { z } from 'zod'
import type { Collection } from '@/lib/content/collection'
import type { Scheduled } from '@/lib/content/dates'
import type { Body } from './body'
import { bodyOf, type BodyMemory } from './body-memory'
import { decode } from './characters'
import { explainIssue } from './explain-issue'
import type { ContentFile } from './files'
import { splitFrontMatter } from './front-matter'
import { type Complain, type Fault, faultList, type Place } from './problem'
import { childValue } from '@/lib/content/schema-walk'
import { readYaml, type YamlSource } from './yaml-source'

/** A file with fields, as far as it could be read: a document, or a list of words. */
export type Read = {
  readonly path: string
  readonly text: string
  readonly schema: z.ZodType
  readonly yaml: YamlSource | undefined
  /** Set only when every field is right. */
  readonly fields: Readonly<Record<string, unknown>> | undefined
  readonly faults: readonly Fault[]
}

export type ReadDocument = Read & {
  readonly collection: Collection
  readonly slug: string
  readonly href: string
  readonly schedule: Scheduled
  readonly body: Body | undefined
}

/** Places a field's value: the end of a path that is not there is placed at what is around it. */
export const placeIn = ({ yaml }: Pick<Read, 'yaml'>, path: readonly PropertyKey[]): Place =>
  yaml?.placeOf(path) ?? { line: 1, column: 1 }

/** The fields' own faults. A default fills what is left out, so what comes back is what the pages get. */
function checkFields(yaml: YamlSource, schema: z.ZodType, complain: Complain): Read['fields'] {
  const result = schema.safeParse(yaml.value)
  if (result.success) return result.data as Record<string, unknown>
  const { issues } = result.error
  // A value of the wrong type has no length and no range that could be told.
  const mistyped = new Set(issues.filter((it) => it.code === 'invalid_type').map((it) => it.path.join('.')))
  const explained = issues
    .filter((it) => it.code === 'invalid_type' || !mistyped.has(it.path.join('.')) || it.path.length === 0)
    .flatMap((it) => explainIssue(it, schema, yaml.value))
  // A field that is there under a misspelt name is not told to be missing as well.
  const misspelt = new Set(explained.filter((it) => it.key !== undefined).map((it) => [...it.path, it.suggestion].join('.')))
  for (const { path, key, rule, found, allowed, suggestion } of explained) {
    if (key === undefined && childAt(yaml.value, path) === undefined && misspelt.has(path.join('.'))) continue
    const place = key === undefined ? yaml.placeOf(path) : yaml.placeOfKey(path, key)
    complain(place, rule, found, { ...(allowed ? { allowed } : {}), suggestion })
  }
  return undefined
}

const childAt = (value: unknown, path: readonly PropertyKey[]) => path.reduce<unknown>(childValue, value)

/**
 * One mistake is told once: `draft: yes` by its type, with the word that is meant, and a value that YAML takes for
 * another by that alone.
 */
function withoutEchoes(faults: readonly Fault[]): Fault[] {
  const at = (it: Fault) => `${it.line}:${it.column}`
  const placesOf = (isIt: (it: Fault) => boolean) => new Set(faults.filter(isIt).map(at))
  const byType = placesOf((it) => it.rule === 'field-type' && it.suggestion !== undefined)
  const misread = placesOf((it) => it.rule === 'yaml-ambiguous')
  return faults.filter(
    (it) => !(it.rule === 'yaml-ambiguous' && byType.has(at(it))) && !(it.rule === 'field-value' && misread.has(at(it))),
  )
}

const asDay = (value: unknown) => (typeof value === 'string' ? value : undefined)

type Identity = Pick<ReadDocument, 'collection' | 'slug'>

export function readDocument(file: ContentFile, { collection, slug }: Identity, memory?: BodyMemory): ReadDocument {
  const { faults, complain } = faultList()
  const { text, faults: unreadable, readable } = decode(file.bytes)
  faults.push(...unreadable)
  const frontMatter = readable ? splitFrontMatter(text, complain) : undefined
  const yaml = frontMatter && readYaml(frontMatter.yaml, frontMatter.linesBefore, complain)
  const fields = yaml && checkFields(yaml, collection.schema, complain)
  // Without its fields the front matter would be read as text.
  const found = frontMatter && bodyOf(text, memory)
  faults.push(...(found?.faults ?? []))
  const schedule: Scheduled = {
    draft: childValue(yaml?.value, 'draft') === true,
    publishAt: asDay(childValue(yaml?.value, 'publishAt')),
  }
  return {
    path: file.path,
    text,
    collection,
    slug,
    href: collection.href(slug),
    schema: collection.schema,
    yaml,
    fields,
    schedule,
    body: found?.body ?? undefined,
    faults: withoutEchoes(faults),
  }
}

/** A file of YAML alone. */
export function readList(file: ContentFile, schema: z.ZodType): Read {
  const { faults, complain } = faultList()
  const { text, faults: unreadable, readable } = decode(file.bytes)
  faults.push(...unreadable)
  const yaml = readable ? readYaml(text.replace(/^\uFEFF/, ''), 0, complain) : undefined
  const fields = yaml && checkFields(yaml, schema, complain)
  return {
    path: file.path,
    text,
    schema,
    yaml,
    fields,
    faults: faults.map((it) => ({ ...it, rule: it.rule === 'encoding' || it.rule === 'file-size' ? it.rule : 'data' })),
  }
}

/** A file whose content another tool reads: here only its characters are looked at. */
export function readPlain(file: ContentFile): Read {
  const { text, faults } = decode(file.bytes)
  return { path: file.path, text, schema: z.unknown(), yaml: undefined, fields: undefined, faults }
}

const remembered = new Map<string, { readonly bytes: Uint8Array; readonly read: Read }>()

/** What has been read stays read while its bytes are the same: a preview checks again at every change. */
export function readOnce<Made extends Read>(file: ContentFile, read: () => Made): Made {
  const before = remembered.get(file.path)
  // A path has one reader, so what was made of it is of the same make.
  if (before && Buffer.compare(before.bytes, file.bytes) === 0) return before.read as Made
  const made = read()
  remembered.set(file.path, { bytes: file.bytes, read: made })
  return made
}
