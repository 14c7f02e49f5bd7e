import { Blob, Buffer as TextBuffer, Face, Font, shape } from 'harfbuzzjs'

export type DrawText = (text: string, place: { readonly x: number; readonly y: number; readonly size: number }) => string

/** Text as outlines, kerned: a picture made of it needs no font where it is drawn, and is the same on every machine. */
export function textDrawer(truetype: Uint8Array): DrawText {
  const face = new Face(new Blob(Uint8Array.from(truetype).buffer))
  const font = new Font(face)
  return (text, { x, y, size }) => {
    const buffer = new TextBuffer()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    shape(font, buffer)
    const positions = buffer.getGlyphPositions()
    let pen = 0
    const glyphs = buffer.getGlyphInfos().map(({ codepoint: glyph }, index) => {
      const at = pen
      pen += positions[index]?.xAdvance ?? 0
      return `<path transform="translate(${at})" d="${font.glyphToPath(glyph)}"/>`
    })
    const scale = size / face.upem
    return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})">${glyphs.join('')}</g>`
  }
}
