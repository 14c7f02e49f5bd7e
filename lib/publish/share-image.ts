import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import subsetFont from 'subset-font'
import { colours } from '@/lib/design/tokens'
import type { SiteFacts } from './site-facts'

const archivo = () => createRequire(import.meta.url).resolve('@fontsource-variable/archivo/files/archivo-latin-wght-normal.woff2')

const escape = (text: string): string => text.replace(/[&<>]/g, (it) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[it] ?? it)

/** Breaks a line of text where it would run out of the picture. */
export function breakLines(text: string, longest: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < longest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function drawing({ person }: SiteFacts): string {
  const { paper, ink, margin, marker, 'ink-2': ink2 } = colours
  const statement = breakLines(person.statement, 30)
    .slice(0, 4)
    .map((line, index) => `<text x="240" y="${250 + index * 76}" font-size="64" fill="${ink.paper}">${escape(line)}</text>`)
  const name = escape(`${person.name}, ${person.role.toLowerCase()}`)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="Archivo">` +
    `<rect width="1200" height="630" fill="${paper.paper}"/>` +
    `<path d="M190.5 0V630M195.5 0V630" stroke="${margin.paper}" stroke-width="1.5"/>` +
    `<rect x="232" y="102" width="60" height="34" fill="${marker.paper}"/><text x="240" y="128" font-size="26" fill="${ink.paper}">[00]</text>` +
    `${statement.join('')}<text x="240" y="570" font-size="30" fill="${ink2.paper}">${name}</text></svg>`
  )
}

/** The picture that stands for the site where a link to it is shown: drawn with its own font, so the same everywhere. */
export async function drawShareImage(facts: SiteFacts): Promise<Buffer> {
  const svg = drawing(facts)
  const font = await subsetFont(await readFile(archivo()), svg, { targetFormat: 'truetype', variationAxes: { wght: 500 } })
  // The renderer reads fonts from files only.
  const folder = await mkdtemp(join(tmpdir(), 'share-'))
  const file = join(folder, 'archivo.ttf')
  await writeFile(file, font)
  const image = rasterise(svg, 1200, file)
  await rm(folder, { recursive: true })
  return image
}

export function rasterise(svg: string, width: number, fontFile?: string): Buffer {
  const fonts = { loadSystemFonts: false, ...(fontFile ? { fontFiles: [fontFile], defaultFontFamily: 'Archivo' } : {}) }
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: fonts }).render().asPng()
}

/** An .ico that holds one PNG, for what asks for /favicon.ico without reading the page. */
export function icon(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(size % 256, 6)
  head.writeUInt8(size % 256, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(22, 18)
  return Buffer.concat([head, png])
}
