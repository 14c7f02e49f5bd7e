import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { todayInUtc, visibilityOn } from '@/lib/content/dates'
import { type VocabularyKind, vocabularyFiles } from '@/lib/content/vocabulary-schema'
import { type Catalogue, makeCatalogue } from './catalogue'
import { type BodyMemory, closeMemory, openMemory } from './body-memory'
import { checkAcross, checkWordsAcross, type ComplainOf } from './check-across'
import { checkLinks, checkPictures } from './check-links'
import { checkReferences } from './check-references'
import { checkInstruments, checkWithin } from './check-within'
import { type Read, type ReadDocument, readDocument, readList, readOnce, readPlain } from './document'
import { type ContentFile, readContentFiles } from './files'
import { checkTwins, isDocumentName, type Reader, readerOf } from './places'
import { byPlace, type Complain, type Fault, faultList, type Problem } from './problem'

export type CheckResult = {
  readonly problems: readonly Problem[]
  /** Every document is counted once: it has a problem, or it is a draft, or waits for its day, or is printed. */
  readonly counts: {
    readonly documents: number
    readonly withProblems: number
    readonly drafts: number
    readonly scheduled: number
    readonly published: number
  }
  readonly documents: readonly ReadDocument[]
  readonly catalogue: Catalogue
  /** The files' texts, to show the line that a problem is in. */
  readonly texts: ReadonlyMap<string, string>
}

export type CheckOptions = {
  readonly today?: string
  readonly publicFiles?: ReadonlySet<string>
  readonly memory?: BodyMemory
  readonly schemaOf?: (path: string) => z.ZodType | undefined
}

/** The content of a project on the disk, all of it, in one run. */
export function checkContent(root: string, options: CheckOptions = {}): CheckResult {
  const folder = join(root, 'public')
  const publicFiles = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((it) => `/${it.replaceAll('\\', '/')}`)
    : []
  const memory = openMemory(root)
  const result = checkFiles(readContentFiles(root), { publicFiles: new Set(publicFiles), memory, ...options })
  closeMemory(root, memory)
  return result
}

/** The same of files that need not lie on a disk. */
export function checkFiles(
  files: readonly ContentFile[],
  { today = todayInUtc(), publicFiles = new Set(), memory, schemaOf }: CheckOptions = {},
): CheckResult {
  const faults = new Map<string, Fault[]>(files.map((it) => [it.path, []]))
  const complainOf: ComplainOf = (path) => {
    const list = faults.get(path) ?? []
    faults.set(path, list)
    return complainInto(list)
  }
  for (const { path, twin } of checkTwins(files.map((it) => it.path)))
    complainOf(path)({ line: 1, column: 1 }, 'file-case', `content/${twin} differs from this name by case or Unicode form only`, {
      allowed: 'names that differ otherwise too',
    })

  const { documents, words, lists, pictures } = readAll(files, complainOf, { memory, schemaOf })
  const catalogue = makeCatalogue(documents, words, today, publicFiles)
  const usedPictures = new Set<string>()
  const namesIn = (pattern: RegExp) => files.flatMap(({ path }) => pattern.exec(path)?.[1] ?? [])
  const instruments = {
    schemas: namesIn(/^schemas\/(.+)\.sql$/),
    requests: namesIn(/^scenarios\/lifecycle\/(.+)\.yaml$/),
    runs: lists.flatMap(({ path, text }) => (path.startsWith('scenarios/queue/') ? (slugLine.exec(text)?.[2] ?? []) : [])),
  }
  for (const document of documents) {
    const complain = complainOf(document.path)
    checkReferences(document, document, catalogue, complain)
    checkWithin(document, catalogue, complain)
    checkLinks(document, catalogue, complain)
    checkInstruments(document, instruments, complain)
    for (const used of checkPictures(document, pictures, complain)) usedPictures.add(used)
  }
  for (const list of lists) checkReferences(list, undefined, catalogue, complainOf(list.path))
  for (const path of pictures)
    if (!usedPictures.has(path))
      complainOf(path)({ line: 1, column: 1 }, 'file-place', 'no document beside it shows this picture', {
        allowed: '![what it shows](name) in the text',
      })
  checkAcross(documents, catalogue, complainOf)
  checkWordsAcross(words, complainOf)

  const texts = new Map([...documents, ...lists].map((it) => [`content/${it.path}`, it.text]))
  return { problems: listed(faults), counts: count(files, documents, faults, today), documents, catalogue, texts }
}

/** One line says it, whatever else may be wrong with the file: whoever names the scenario is not to blame for that. */
const slugLine = /^slug:[ \t]*(["']?)([a-z0-9-]+)\1[ \t]*(?:#.*)?$/m

function complainInto(list: Fault[]): Complain {
  const { faults, complain } = faultList()
  return (...problem) => {
    faults.length = 0
    complain(...problem)
    list.push(...faults)
  }
}

type ReadOptions = { readonly memory: BodyMemory | undefined; readonly schemaOf: CheckOptions['schemaOf'] }

type Sorted = {
  readonly documents: ReadDocument[]
  readonly words: Record<VocabularyKind, Read[]>
  readonly lists: Read[]
  readonly pictures: Set<string>
}

function readAll(files: readonly ContentFile[], complainOf: ComplainOf, options: ReadOptions): Sorted {
  const sorted: Sorted = {
    documents: [],
    lists: [],
    pictures: new Set(),
    words: { category: [], tag: [], skill: [], series: [], role: [], term: [] },
  }
  for (const file of files) {
    const reader = readerOf(file, complainOf(file.path))
    if (!reader) continue
    const read = readWith(reader, file, options)
    if (!read) sorted.pictures.add(file.path)
    else {
      for (const { line, column, rule, ...fault } of read.faults)
        complainOf(file.path)({ line, column }, rule, fault.found, fault)
      if (reader.what === 'document') sorted.documents.push(read as ReadDocument)
      else sorted.lists.push(read)
      if (reader.what === 'words') sorted.words[reader.kind].push(read)
    }
  }
  return sorted
}

function readWith(reader: Reader, file: ContentFile, { memory, schemaOf }: ReadOptions): Read | undefined {
  if (reader.what === 'picture') return undefined
  if (reader.what === 'document') return readOnce(file, () => readDocument(file, reader, memory))
  const schema = reader.what === 'words' ? vocabularyFiles.find((it) => it.kind === reader.kind)?.schema : schemaOf?.(file.path)
  return readOnce(file, () => (schema ? readList(file, schema) : readPlain(file)))
}

const listed = (faults: ReadonlyMap<string, readonly Fault[]>): Problem[] =>
  [...faults].flatMap(([path, list]) => list.map((it) => ({ file: `content/${path}`, ...it }))).toSorted(byPlace)

function count(
  files: readonly ContentFile[],
  documents: readonly ReadDocument[],
  faults: ReadonlyMap<string, readonly Fault[]>,
  today: string,
): CheckResult['counts'] {
  const named = files.filter((it) => isDocumentName(it.path)).map((it) => it.path)
  const wrong = new Set(named.filter((it) => (faults.get(it) ?? []).length > 0))
  const right = documents.filter((it) => !wrong.has(it.path)).map((it) => visibilityOn(today, it.schedule))
  const of = (wanted: string) => right.filter((it) => it === wanted).length
  return {
    documents: named.length,
    withProblems: wrong.size,
    drafts: of('draft'),
    scheduled: of('scheduled'),
    published: of('public'),
  }
}
