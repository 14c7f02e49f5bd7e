import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { attribute, type Element, elements, parseHtml } from './html'
import { elementsOfOpening } from './opening'
import type { FaceReader, FaceUse } from './page-faces'
import type { Folders } from './site'
import type { DeclaredFace } from './typography'

/** What a page is made of: a style rule that needs another name is dead for it, a character in no text needs no glyph. */
export type PageSurvey = {
  /** Tags, classes (`.row`), ids (`#map`), kinds of input (`type=search`) and custom properties (`--ink`). */
  readonly names: ReadonlySet<string>
  /** The names of what a reader sees first. */
  readonly opening: ReadonlySet<string>
  /** The islands that stand on it, whose own scripts make more names. */
  readonly islands: readonly string[]
  readonly faces: readonly { readonly face: DeclaredFace; readonly startsAt: number }[]
}

export type Survey = {
  readonly pages: ReadonlyMap<string, PageSurvey>
  readonly characters: ReadonlyMap<DeclaredFace, ReadonlySet<string>>
}

/** More names than the page truly uses do no harm: a rule is then kept that could have gone. */
function namesOf(all: readonly Element[]): Set<string> {
  const names = new Set<string>()
  for (const { tagName, attrs } of all) {
    names.add(tagName.toLowerCase())
    for (const { name, value } of attrs) {
      if (name === 'class') for (const it of value.split(/\s+/)) names.add(`.${it}`)
      if (name === 'id') names.add(`#${value}`)
      if (name === 'type') names.add(`type=${value}`)
      if (value.includes('--')) for (const [it] of value.matchAll(/--[a-zA-Z][\w-]*/g)) names.add(it)
    }
  }
  return names
}

/** A custom element may have a script of its own, as an island has. */
const islandsOf = (all: readonly Element[]): string[] => {
  const custom = all.map((it) => it.tagName).filter((it) => it.includes('-'))
  return [...new Set([...custom, ...all.flatMap((it) => attribute(it, 'data-island') ?? [])])]
}

/** Characters as they will be shown: what scripts and styles escape is undone. */
export function charactersIn(text: string): string[] {
  const shown = text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\\([0-9a-f]{4,5})\b/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
  return [...new Set(shown)]
}

export function surveyPage(html: string, readFaces: FaceReader) {
  const document = parseHtml(html)
  const all = elements(document)
  const opening = namesOf(elementsOfOpening(document))
  return { names: namesOf(all), opening, islands: islandsOf(all), uses: readFaces(document) }
}

export async function surveyPages(
  paths: readonly string[],
  { exported }: Pick<Folders, 'exported'>,
  readFaces: FaceReader,
): Promise<Survey> {
  const pages = new Map<string, PageSurvey>()
  const characters = new Map<DeclaredFace, Set<string>>()
  for (const path of paths) {
    const { uses, ...survey } = surveyPage(await readFile(join(exported, path), 'utf8'), readFaces)
    pages.set(path, { ...survey, faces: [...uses].map(([face, { startsAt }]) => ({ face, startsAt })) })
    gather(uses, characters)
  }
  return { pages, characters }
}

function gather(uses: ReadonlyMap<DeclaredFace, FaceUse>, into: Map<DeclaredFace, Set<string>>): void {
  for (const [face, use] of uses) {
    const known = into.get(face) ?? new Set()
    for (const it of use.characters) known.add(it)
    into.set(face, known)
  }
}
