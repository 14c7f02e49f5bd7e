import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { collectAssets, writeSheets } from './assets'
import { inlineScripts } from './link-scripts'
import { readTypography } from './page-faces'
import type { Folders, Scripts, Styles } from './site'
import { charactersIn, surveyPages, wordsIn } from './survey'
import { usedStyles } from './used-styles'

type Wanted = {
  readonly folders: Folders
  readonly basePath: string
  readonly pages: readonly string[]
  readonly scripts: Scripts
  readonly linked: boolean
}

export type CollectedStyles = {
  readonly assets: ReadonlyMap<string, string>
  readonly pageStyles: Styles
  /** Every inline style that some page carries, for the policy in the header. */
  readonly inlineStyles: readonly string[]
}

async function islandScripts({ staged }: Folders): Promise<string[]> {
  const names = (await readdir(join(staged, 'assets')))
    .filter((it) => /^(?:island|chunk|enhance|search).*\.js$/.test(it))
    .toSorted()
  return Promise.all(names.map((it) => readFile(join(staged, 'assets', it), 'utf8')))
}

/** Styles and fonts as the pages need them: characters, rules and faces that nothing uses are left out. */
export async function collectStyles({ folders, basePath, pages, scripts, linked }: Wanted): Promise<CollectedStyles> {
  const bundles = await islandScripts(folders)
  const survey = await surveyPages(pages, folders, inlineScripts(scripts))
  const fromBundles = bundles.flatMap(charactersIn)
  const charactersWith = (css: string) => new Set([...survey.characters, ...fromBundles, ...charactersIn(css)])
  const { assets, sheets, faces } = await collectAssets(folders, basePath, charactersWith)
  const all = [...sheets.values()].join('')
  const typography = readTypography(all, faces)
  if (linked) {
    for (const [printed, address] of await writeSheets(folders, sheets)) assets.set(printed, address)
    return { assets, pageStyles: { inlineFor: () => undefined, typography }, inlineStyles: [] }
  }
  const islandWords = new Set(bundles.flatMap(wordsIn))
  const inline = new Map<string, string>()
  for (const [family, names] of survey.names)
    inline.set(family, usedStyles(all, survey.withIslands.has(family) ? new Set([...names, ...islandWords]) : names))
  return {
    assets,
    pageStyles: { inlineFor: (path) => inline.get(survey.familyOf(path)), typography },
    inlineStyles: [...new Set(inline.values())],
  }
}
