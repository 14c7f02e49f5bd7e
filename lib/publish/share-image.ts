import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import subsetFont from 'subset-font'
import { colours } from '@/lib/design/tokens'
import type { SiteFacts } from './site-facts'
import { type DrawText, textDrawer } from './text-paths'

const archivo = () => createRequire(import.meta.url).resolve('@fontsource-variable/archivo/files/archivo-latin-wght-normal.woff2')

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

const linesOf = ({ person }: SiteFacts): string[] => breakLines(person.statement, 30).slice(0, 4)
const nameOf = ({ person }: SiteFacts): string => `${person.name}, ${person.role.toLowerCase()}`
const mark = '[00]'

function drawing(facts: SiteFacts, draw: DrawText): string {
  const { paper, ink, margin, marker, 'ink-2': ink2 } = colours
  const statement = linesOf(facts).map((line, index) => draw(line, { x: 240, y: 250 + index * 76, size: 64 }))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" fill="${ink.paper}">` +
    `<rect width="1200" height="630" fill="${paper.paper}"/>` +
    `<path d="M190.5 0V630M195.5 0V630" stroke="${margin.paper}" stroke-width="1.5"/>` +
    `<rect x="232" y="102" width="60" height="34" fill="${marker.paper}"/>${draw(mark, { x: 240, y: 128, size: 26 })}` +
    `${statement.join('')}<g fill="${ink2.paper}">${draw(nameOf(facts), { x: 240, y: 570, size: 30 })}</g></svg>`
  )
}

/** The picture that stands for the site where a link to it is shown, made of the profile's own words. */
export async function drawShareImage(facts: SiteFacts): Promise<Buffer> {
  const text = [mark, ...linesOf(facts), nameOf(facts)].join('')
  const font = await subsetFont(await readFile(archivo()), text, { targetFormat: 'truetype', variationAxes: { wght: 500 } })
  return rasterise(drawing(facts, textDrawer(font)), 1200)
}

/** A few flat colours: a palette makes a third of the file. */
export const rasterise = (svg: string, width: number): Promise<Buffer> =>
  sharp(Buffer.from(svg)).resize({ width }).png({ palette: true, effort: 10 }).toBuffer()

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
