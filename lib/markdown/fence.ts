/** What stands after a fence's language: `file="a.ts" {3,5-7} add={2} del={4} focus={1-9} run check="parse: why"`. */
export type FenceMeta = {
  readonly file: string | undefined
  readonly marked: ReadonlySet<number>
  readonly added: ReadonlySet<number>
  readonly removed: ReadonlySet<number>
  readonly focused: ReadonlySet<number>
  readonly run: boolean
  readonly check: string | undefined
}

export type FenceMetaResult = { readonly meta: FenceMeta; readonly unknown: readonly string[] }

const word = /(?:(file|check)="([^"]*)")|(?:(add|del|focus)=\{([\d,\s-]*)\})|(?:\{([\d,\s-]*)\})|(\S+)/g

function lineSet(ranges: string): Set<number> {
  const found = new Set<number>()
  for (const part of ranges.split(',')) {
    const [from, to] = part.split('-').map((it) => Number.parseInt(it, 10))
    if (from === undefined || Number.isNaN(from)) continue
    for (let at = from; at <= Math.min(to ?? from, from + 9_999); at += 1) found.add(at)
  }
  return found
}

export function parseFenceMeta(text: string): FenceMetaResult {
  const quoted: Record<string, string> = {}
  const ranges: Record<string, Set<number>> = {}
  const unknown: string[] = []
  let run = false
  for (const [, quotedName, quotedValue, rangeName, rangeValue, marked, other] of text.matchAll(word)) {
    if (quotedName) quoted[quotedName] = quotedValue ?? ''
    else if (rangeName) ranges[rangeName] = lineSet(rangeValue ?? '')
    else if (marked !== undefined) ranges.marked = lineSet(marked)
    else if (other === 'run') run = true
    else if (other) unknown.push(other)
  }
  const none: ReadonlySet<number> = new Set()
  return {
    meta: {
      file: quoted.file,
      check: quoted.check,
      run,
      marked: ranges.marked ?? none,
      added: ranges.add ?? none,
      removed: ranges.del ?? none,
      focused: ranges.focus ?? none,
    },
    unknown,
  }
}
