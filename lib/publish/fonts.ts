import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AtRule, Root } from 'postcss'
import subsetFont from 'subset-font'
import { PublishError } from './site'

/** A web font as pages load it. */
export type Face = {
  readonly family: string
  readonly italic: boolean
  readonly weights: readonly [number, number]
  readonly address: string
  readonly bytes: number
}

/** What the site's typography asks of a font; the rest (small capitals, old figures, fractions) would only be weight. */
const features = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'calt', 'rlig', 'tnum', 'lnum']

const valueOf = (face: AtRule, name: string): string => {
  let found = ''
  face.walkDecls(name, ({ value }) => {
    found = value
  })
  return found
}

function weightsOf(face: AtRule): readonly [number, number] {
  const given = (valueOf(face, 'font-weight') || '400').replace('normal', '400').replace('bold', '700')
  const [from = 400, to = from] = given.split(/\s+/).map(Number)
  return [from, to]
}

async function cut(source: string, characters: string, [from, to]: readonly [number, number]): Promise<Buffer> {
  return subsetFont(await readFile(source), characters, {
    targetFormat: 'woff2',
    keepFeatures: features,
    variationAxes: { wght: from === to ? from : { min: from, max: to } },
  })
}

type Target = {
  readonly characters: ReadonlySet<string>
  /** The file behind an address of Next's. */
  readonly sourceOf: (address: string) => string | undefined
  readonly nameFor: (source: string, content: Buffer) => string
  readonly folder: string
}

/** Cuts each face of the sheet to the characters and weights in use, and points the sheet at the new file. */
export async function cutFaces(sheet: Root, { characters, sourceOf, nameFor, folder }: Target): Promise<Face[]> {
  const rules: AtRule[] = []
  // A stand-in (components/site/fonts.css) is a font on the reader's machine: there is no file to cut.
  sheet.walkAtRules('font-face', (it) => void (valueOf(it, 'src').includes('url(') && rules.push(it)))
  // In one order on every machine, so that the same characters give the same bytes.
  const text = [...characters].toSorted().join('')
  const faces: Face[] = []
  for (const rule of rules) {
    const [, address = ''] = /url\(["']?([^"')]+)/.exec(valueOf(rule, 'src')) ?? []
    const source = sourceOf(address)
    if (!source) throw new PublishError(`The style sheet needs the font ${address}, which publishing does not know.`)
    const weights = weightsOf(rule)
    const content = await cut(source, text, weights)
    const name = nameFor(source, content)
    await writeFile(join(folder, name), content)
    rule.walkDecls('src', (it) => {
      it.value = `url(/assets/${name}) format("woff2")`
    })
    faces.push({
      family: valueOf(rule, 'font-family').replace(/["']/g, ''),
      italic: valueOf(rule, 'font-style') === 'italic',
      weights,
      address: `/assets/${name}`,
      bytes: content.length,
    })
  }
  return faces
}
