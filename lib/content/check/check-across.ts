import { fixedRoutes, writtenPages } from '@/lib/content/routes'
import { visibilityOn } from '@/lib/content/dates'
import { type Catalogue, referenceOf, slugsIn, type Words } from './catalogue'
import { placeIn, type Read, type ReadDocument } from './document'
import { type Complain, shown } from './problem'
import { childValue } from '@/lib/content/schema-walk'

/** Reports into the file that a thing is wrong with. */
export type ComplainOf = (path: string) => Complain

const start = { line: 1, column: 1 }

/** What must be one's own among all documents: address, number, part of a series, case study of a project. */
export function checkAcross(all: readonly ReadDocument[], catalogue: Catalogue, of: ComplainOf): void {
  checkAddresses(all, of)
  checkAliases(all, catalogue, of)
  for (const document of all) checkCaseStudy(document, all, of)
  expectSingle(
    all,
    of,
    (it) => numberOf(it),
    (it) => [it.collection.unique ?? ''],
    'duplicate',
  )
  expectSingle(
    all,
    of,
    (it) => partOf(it),
    () => ['series', 'part'],
    'series',
  )
  expectSingle(
    all,
    of,
    (it) =>
      it.collection.kind === 'case-study' ? `the case study of ${String(childValue(it.yaml?.value, 'project'))}` : undefined,
    () => ['project'],
    'duplicate',
  )
  checkWrittenPages(all, catalogue, of)
}

function numberOf({ collection, yaml }: ReadDocument): string | undefined {
  const value = collection.unique && childValue(yaml?.value, collection.unique)
  return typeof value === 'string' || typeof value === 'number'
    ? `${collection.unique} ${value} of ${collection.folder}`
    : undefined
}

function partOf({ yaml }: ReadDocument): string | undefined {
  const series = childValue(yaml?.value, 'series')
  const [id, part] = [childValue(series, 'id'), childValue(series, 'part')]
  return typeof id === 'string' && typeof part === 'number' ? `part ${part} of the series ${id}` : undefined
}

type KeyOf = (it: ReadDocument) => string | undefined

function expectSingle(
  all: readonly ReadDocument[],
  of: ComplainOf,
  keyOf: KeyOf,
  pathOf: (it: ReadDocument) => PropertyKey[],
  rule: 'duplicate' | 'series',
): void {
  const seen = new Map<string, ReadDocument>()
  for (const document of all) {
    const key = keyOf(document)
    if (key === undefined) continue
    const first = seen.get(key)
    if (first)
      of(document.path)(placeIn(document, pathOf(document)), rule, `${key} is content/${first.path} already`, {
        allowed: 'one each',
      })
    else seen.set(key, document)
  }
}

function checkAddresses(all: readonly ReadDocument[], of: ComplainOf): void {
  const seen = new Map<string, ReadDocument>()
  for (const document of all) {
    const twin = seen.get(document.href)
    if (twin)
      of(document.path)(start, 'duplicate', `content/${twin.path} has the address ${document.href} already`, {
        allowed: 'one document each',
      })
    else if (!document.collection.single && (fixedRoutes as readonly string[]).includes(document.href))
      of(document.path)(start, 'duplicate', `${document.href} is the address of a list`, { allowed: 'another name' })
    else seen.set(document.href, document)
  }
}

/** A former address leads to one page, and is not the address of another: a host would ask which. */
function checkAliases(all: readonly ReadDocument[], { routes }: Catalogue, of: ComplainOf): void {
  const owners = new Map(all.map((it) => [it.href, it]))
  const seen = new Map<string, ReadDocument>()
  for (const document of all) {
    const aliases = childValue(document.yaml?.value, 'aliases')
    for (const [index, alias] of (Array.isArray(aliases) ? aliases : []).entries()) {
      if (typeof alias !== 'string') continue
      const complain = (found: string) =>
        of(document.path)(placeIn(document, ['aliases', index]), 'duplicate', found, {
          allowed: 'an address that nothing else has',
        })
      const other = owners.get(alias) ?? seen.get(alias)
      if (other) complain(`${alias} belongs to ${other === document ? 'this document' : `content/${other.path}`} already`)
      else if (routes.has(alias)) complain(`${alias} is the address of a page`)
      seen.set(alias, document)
    }
  }
}

function checkCaseStudy(document: ReadDocument, all: readonly ReadDocument[], of: ComplainOf): void {
  if (document.collection.kind !== 'project' || childValue(document.yaml?.value, 'caseStudy') !== true) return
  const told = all.some((it) => it.collection.kind === 'case-study' && childValue(it.yaml?.value, 'project') === document.slug)
  if (!told)
    of(document.path)(placeIn(document, ['caseStudy']), 'reference', `no case study has project: ${document.slug}`, {
      allowed: `caseStudy: false, or one in content/case-studies/`,
    })
}

function checkWrittenPages(all: readonly ReadDocument[], { today }: Catalogue, of: ComplainOf): void {
  const expect = (path: string, found: ReadDocument | undefined, href: string) => {
    if (!found) of(path)(start, 'file-place', 'the file is missing', { allowed: `this file: ${href} has no text without it` })
    else if (visibilityOn(today, found.schedule) !== 'public')
      of(found.path)(placeIn(found, ['draft']), 'reference-draft', `${href} would have no text: its document is not public`, {
        allowed: 'draft: false and no later publishAt',
      })
  }
  expect(
    'profile.mdx',
    all.find((it) => it.collection.single),
    '/',
  )
  for (const slug of writtenPages)
    expect(
      `pages/${slug}.mdx`,
      all.find((it) => referenceOf(it) === `page:${slug}`),
      `/${slug}/`,
    )
}

/** Each word of the vocabulary stands in one place. */
export function checkWordsAcross(words: Words, of: ComplainOf): void {
  for (const [kind, lists] of Object.entries(words)) {
    const seen = new Map<string, Read>()
    for (const list of lists)
      for (const [index, slug] of slugsIn(list).entries()) {
        const first = seen.get(slug)
        const place = Array.isArray(list.yaml?.value)
          ? placeIn(list, [index, 'slug'])
          : (list.yaml?.placeOfKey([], slug) ?? start)
        if (first)
          of(list.path)(place, 'duplicate', `the ${kind} ${shown(slug)} stands in content/${first.path} already`, {
            allowed: 'each once',
          })
        seen.set(slug, first ?? list)
      }
  }
}
