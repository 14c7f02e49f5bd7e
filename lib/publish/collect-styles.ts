import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Root } from 'postcss'
import { collectAssets, printSheets, readSheets, writeSheets } from './assets'
import { cutFace, type Face } from './fonts'
import { everyPages } from './link-scripts'
import { faceReader } from './page-faces'
import { namesIn } from './script-names'
import type { Search } from './search'
import { cutSheet } from './sheet-parts'
import type { FaceOnPage, Folders, PageStyles, Scripts, Styles } from './site'
import { charactersIn, type Survey, surveyPages } from './survey'
import { type DeclaredFace, readTypography } from './typography'
import { usedStyles } from './used-styles'

type Wanted = {
  readonly folders: Folders
  readonly basePath: string
  readonly pages: readonly string[]
  readonly scripts: Scripts
  readonly linked: boolean
  readonly search: Search | undefined
}

export type CollectedStyles = {
  readonly assets: ReadonlyMap<string, string>
  readonly pageStyles: Styles
  /** Every inline style that some page carries, for the policy in the header. */
  readonly inlineStyles: readonly string[]
}

/** Letters that a reader's own input, a readout or a date can bring up in the interface and in code. */
const typed = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('') + '\u00a0‘’“”–—…×·−µ'

const contentOf = (sheets: readonly Root[]): string => {
  let text = ''
  for (const sheet of sheets) sheet.walkDecls('content', ({ value }) => void (text += value))
  return text
}

/** Scripts hold odd characters as the ends of ranges; what they show beside letters is punctuation, arrows, signs. */
const isSign = /[\u00a0-\u00bf\u00d7\u00f7\u2010-\u22ff]/

/** Slanted type is set in the prose and nowhere else: only it is cut to what the pages say, to the letter. */
function charactersFor(survey: Survey, others: readonly string[]) {
  return (face: DeclaredFace): ReadonlySet<string> =>
    new Set([...(survey.characters.get(face) ?? []), ...(face.italic ? [] : [...typed, ...others])])
}

type IslandTexts = ReadonlyMap<string, readonly string[]>

/** The text of what runs on some pages only: islands, and the search page's element. */
async function readIslands({ staged }: Folders, { islandFiles, libraryFiles }: Scripts, search?: Search): Promise<IslandTexts> {
  const read = (file: string) => readFile(join(staged, 'assets', file), 'utf8')
  const isOwn = (file: string) => !libraryFiles.includes(file)
  const files = [...Object.entries(islandFiles), ...(search ? [['site-search', [search.script.file]] as const] : [])]
  return new Map(
    await Promise.all(files.map(async ([name, files]) => [name, await Promise.all(files.filter(isOwn).map(read))] as const)),
  )
}

/** Styles and fonts as the pages need them: characters, rules and faces that nothing uses are left out. */
export async function collectStyles({ folders, basePath, pages, scripts, linked, search }: Wanted): Promise<CollectedStyles> {
  const sheets = await readSheets(folders)
  const roots = [...sheets.values()]
  const typography = readTypography(roots)
  const survey = await surveyPages(pages, folders, faceReader(typography))
  const { assets, sources, nameFor, folder } = await collectAssets(folders)

  const islands = await readIslands(folders, scripts, search)
  const inline = everyPages(scripts)
  const others = [...[...islands.values()].flat(), ...inline, contentOf(roots)]
    .flatMap(charactersIn)
    .filter((it) => isSign.test(it))
  const target = { charactersOf: charactersFor(survey, others), sourceOf: sources, nameFor, folder }
  const faces = new Map<DeclaredFace, Face>()
  for (const face of typography.faces) faces.set(face, await cutFace(face, target))
  const facesOf = (path: string): FaceOnPage[] =>
    (survey.pages.get(path)?.faces ?? []).flatMap(({ face, startsAt }) => {
      const cut = faces.get(face)
      return cut ? [{ face: cut, startsAt }] : []
    })

  const printed = printSheets(sheets, assets, basePath)
  if (linked) {
    for (const [printedAs, address] of await writeSheets(folders, printed)) assets.set(printedAs, address)
    return { assets, pageStyles: { inlineFor: () => undefined, facesOf }, inlineStyles: [] }
  }
  const parts = stylesByPage([...printed.values()].join(''), survey, inline.flatMap(namesIn), islands)
  return { assets, pageStyles: { inlineFor: parts.of, facesOf }, inlineStyles: parts.all }
}

/** The parts of the sheet that each page carries. */
function stylesByPage(css: string, { pages }: Survey, everywhere: readonly string[], islands: IslandTexts) {
  const words = new Map([...islands].map(([name, texts]) => [name, texts.flatMap(namesIn)]))
  const names = [...pages.values()].map(
    (it) => new Set([...it.names, ...everywhere, ...it.islands.flatMap((name) => words.get(name) ?? [])]),
  )
  const openings = [...pages.values()].map((it) => it.opening)
  const live = usedStyles(css, new Set(names.flatMap((it) => [...it])))
  const parts = cutSheet(live, names, openings)
  const numbers = new Map([...pages.keys()].map((path, index) => [path, index]))
  return {
    all: parts.map((it) => it.css),
    of: (path: string): PageStyles => {
      const number = numbers.get(path) ?? -1
      const own = parts.filter((it) => it.users.has(number))
      // Up to the last part that the opening needs, so that the order of the sheet holds.
      const end = own.findLastIndex((it) => it.openings.has(number)) + 1
      const [opening, rest] = [own.slice(0, end), own.slice(end)]
      return { opening: opening.map((it) => it.css), rest: rest.map((it) => it.css) }
    },
  }
}
