import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { valueOf } from './font-rules'
import { PublishError } from './site'
import type { DeclaredFace } from './typography'

/** A web font as pages load it. */
export type Face = Pick<DeclaredFace, 'family' | 'italic' | 'weights'> & { readonly address: string; readonly bytes: number }

/** What the site's typography asks of a font; the rest (small capitals, old figures, fractions) would only be weight. */
const features = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'calt', 'rlig', 'tnum', 'lnum']
/** A few slanted words: ligatures would make a tenth of the file for what nobody sees. */
const featuresOfItalic = features.filter((it) => it !== 'liga')

async function cut(source: string, text: string, { italic, weights: [from, to] }: DeclaredFace): Promise<Buffer> {
  return subsetFont(await readFile(source), text, {
    targetFormat: 'woff2',
    keepFeatures: italic ? featuresOfItalic : features,
    variationAxes: { wght: from === to ? from : { min: from, max: to } },
  })
}

type Target = {
  readonly charactersOf: (face: DeclaredFace) => ReadonlySet<string>
  /** The file behind an address of Next's. */
  readonly sourceOf: (address: string) => string | undefined
  readonly nameFor: (source: string, content: Buffer) => string
  readonly folder: string
}

/** Cuts a face to the characters and weights that are set in it, and points its rule at the new file. */
export async function cutFace(face: DeclaredFace, { charactersOf, sourceOf, nameFor, folder }: Target): Promise<Face> {
  const { rule, family, italic, weights } = face
  const [, printed = ''] = /url\(["']?([^"')]+)/.exec(valueOf(rule, 'src')) ?? []
  const source = sourceOf(printed)
  if (!source) throw new PublishError(`The style sheet needs the font ${printed}, which publishing does not know.`)
  // In one order on every machine, so that the same characters give the same bytes.
  const content = await cut(source, [...charactersOf(face)].toSorted().join(''), face)
  const address = `/assets/${nameFor(source, content)}`
  await writeFile(join(folder, address.slice('/assets/'.length)), content)
  rule.walkDecls('src', (it) => {
    it.value = `url(${address}) format("woff2")`
  })
  return { family, italic, weights, address, bytes: content.length }
}
