import { visibilityOn } from '@/lib/content/dates'
import { slugPattern, type Target, targetOf } from '@/lib/content/fields'
import { labs } from '@/lib/content/routes'
import type { VocabularyKind } from '@/lib/content/vocabulary-schema'
import { allReferences, type Catalogue, referenceOf } from './catalogue'
import { placeIn, type Read, type ReadDocument } from './document'
import { among, type Complain, type Place, shown } from './problem'
import { leaves } from '@/lib/content/schema-walk'

const isWord = (target: string): target is VocabularyKind =>
  ['category', 'tag', 'skill', 'series', 'role', 'term'].includes(target)

/** Every reference in the fields names something that exists, is not the document itself, and is public where it is. */
export function checkReferences(read: Read, from: ReadDocument | undefined, catalogue: Catalogue, complain: Complain): void {
  const named = new Set<string>()
  for (const { schema, value, path } of leaves(read.schema, read.yaml?.value)) {
    const target = targetOf(schema)
    if (!target || typeof value !== 'string') continue
    const [kind, slug] = target === 'any' ? value.split(':') : [target, value]
    if (!kind || !slug || !slugPattern.test(slug)) continue
    const place = placeIn(read, path)
    checkOnce(value, path, named, place, complain)
    if (isWord(kind)) checkWord(kind, slug, catalogue, place, complain, target === 'any' ? `${kind}:` : '')
    else if (kind === 'lab') checkLab(slug, place, complain)
    else checkDocument(`${kind}:${slug}`, { target, path, place }, from, catalogue, complain)
  }
}

/** A list that names a thing twice prints it twice. */
function checkOnce(value: string, path: readonly PropertyKey[], named: Set<string>, place: Place, complain: Complain): void {
  if (typeof path.at(-1) !== 'number') return
  const list = path.slice(0, -1).join('.')
  const entry = `${list} ${value}`
  if (named.has(entry)) complain(place, 'duplicate', `${list} names ${shown(value)} twice`, { allowed: 'once' })
  named.add(entry)
}

export function checkWord(
  kind: VocabularyKind,
  slug: string,
  { words }: Catalogue,
  place: Place,
  complain: Complain,
  prefix = '',
): void {
  if (words[kind].includes(slug)) return
  complain(
    place,
    'vocabulary',
    `there is no ${kind} ${shown(slug)}`,
    among(
      prefix + slug,
      words[kind].map((it) => prefix + it),
      kind,
    ),
  )
}

function checkLab(slug: string, place: Place, complain: Complain): void {
  if ((labs as readonly string[]).includes(slug)) return
  complain(
    place,
    'reference',
    `there is no lab ${shown(slug)}`,
    among(
      `lab:${slug}`,
      labs.map((it) => `lab:${it}`),
      'lab',
    ),
  )
}

type Use = { readonly target: Target; readonly path: readonly PropertyKey[]; readonly place: Place }

function checkDocument(
  reference: string,
  { target, path, place }: Use,
  from: ReadDocument | undefined,
  catalogue: Catalogue,
  complain: Complain,
): void {
  const found = catalogue.documents.get(reference)
  const [kind = '', slug = ''] = reference.split(':')
  if (!found) {
    const prefix = target === 'any' ? `${kind}:` : ''
    const ofKind = [...catalogue.documents.values()].filter((it) => it.collection.kind === kind).map((it) => it.slug)
    const elsewhere = target === 'any' ? allReferences(catalogue).find((it) => it.endsWith(`:${slug}`)) : undefined
    const near = among(slug, ofKind, kind)
    complain(place, 'reference', `there is no ${kind} ${shown(slug)}`, {
      allowed: near.allowed,
      suggestion: elsewhere ?? (near.suggestion && prefix + near.suggestion),
    })
    return
  }
  if (!from) return
  // A claim may have its evidence in the document that makes it.
  if (found === from && path[0] === 'claims') return
  if (found === from && target === 'any')
    complain(place, 'reference-self', `${referenceOf(from)} refers to itself`, { allowed: 'other documents' })
  else checkVisible(found, from, catalogue.today, place, complain)
}

/** Whatever a reader sees leads only to what that reader can see. */
export function checkVisible(found: ReadDocument, from: ReadDocument, today: string, place: Place, complain: Complain): void {
  const target = visibilityOn(today, found.schedule)
  const own = visibilityOn(today, from.schedule)
  if (target === 'public' || own === 'draft') return
  const together =
    own === 'scheduled' && target === 'scheduled' && (found.schedule.publishAt ?? '') <= (from.schedule.publishAt ?? '')
  if (together) return
  const why = target === 'draft' ? 'is a draft' : `is not public before ${found.schedule.publishAt ?? ''}`
  complain(place, 'reference-draft', `${referenceOf(found)} ${why}`, {
    allowed: 'what is public when this is; publish it, or take the reference out',
  })
}
