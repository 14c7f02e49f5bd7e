/** Fixed measures: the build has no font engine, so every glyph of the monospaced face is given the same width. */
export const HEADER_HEIGHT = 30
export const ROW_HEIGHT = 20
export const TABLE_FOOT = 6
export const CHARACTER_WIDTH = 6.6
const LABEL_CHARACTER_WIDTH = 6
export const MARKS_WIDTH = 40
export const PADDING = 10
export const NARROWEST_TABLE = 150
export const WIDEST_TABLE = 380
/** Two crow's feet on one side never touch. */
export const PORT_GAP = 13
/** Straight run at each end of an edge: bracket, crow's foot, and air. */
export const EDGE_RUN = 34
export const MARGIN = 24
export const MOST_ROWS = 60

/** Wide scripts take two cells. */
export function cellsOf(text: string): number {
  let cells = 0
  for (const character of text) cells += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1
  return cells
}

export function shorten(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text
  let kept = ''
  for (const character of text) {
    if (cellsOf(kept + character) > cells - 1) break
    kept += character
  }
  return `${kept}…`
}

/** Half pixels: fine enough to look right, coarse enough for short paths. */
export function snap(value: number): number {
  return Math.round(value * 2) / 2
}

export function labelWidth(text: string): number {
  return Math.ceil(text.length * LABEL_CHARACTER_WIDTH)
}
