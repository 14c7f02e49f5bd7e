import postcss, { type AtRule, type ChildNode, type Root } from 'postcss'
import { selectorTest } from './used-styles'

type Names = ReadonlySet<string>

/** A rule with the blocks around it (`@layer base`, `@media …`), and the pages that can show it, by number. */
type Piece = { readonly around: readonly string[]; readonly css: string; readonly users: readonly number[] }

/** A run of the sheet that stands in pages as one `<style>`, so that the policy names it by one hash. */
export type SheetPart = { readonly css: string; readonly users: ReadonlySet<number> }

const isBlock = (node: ChildNode): node is AtRule =>
  node.type === 'atrule' && node.nodes !== undefined && /^(?:layer|media|supports|container)$/.test(node.name)

function leaves(root: Root): { around: string[]; node: ChildNode }[] {
  const found: { around: string[]; node: ChildNode }[] = []
  const visit = (nodes: readonly ChildNode[], around: string[]) => {
    for (const node of nodes)
      if (isBlock(node)) visit(node.nodes ?? [], [...around, `@${node.name} ${node.params}`])
      else found.push({ around, node })
  }
  visit(root.nodes, [])
  return found
}

const compact = (css: string): string => css.replace(/\s*\n\s*/g, '')

function piecesOf(root: Root, pages: readonly Names[]): Piece[] {
  const all = pages.map((_, index) => index)
  const pieces: Piece[] = []
  for (const { around, node } of leaves(root)) {
    const tests = node.type === 'rule' ? node.selectors.map(selectorTest) : []
    const users = node.type === 'rule' ? all.filter((it) => tests.some((could) => could(pages[it] ?? new Set()))) : all
    const css = compact(node.toString()) + (node.type === 'atrule' && node.nodes === undefined ? ';' : '')
    if (users.length > 0) pieces.push({ around, css, users })
  }
  return pieces
}

/** Prints pieces in their order, blocks that follow each other joined again. */
function printPieces(pieces: readonly Piece[]): string {
  let css = ''
  let open: readonly string[] = []
  for (const { around, css: own } of pieces) {
    const differs = around.findIndex((it, depth) => open[depth] !== it)
    const shared = differs < 0 ? Math.min(around.length, open.length) : differs
    css +=
      '}'.repeat(open.length - shared) +
      around
        .slice(shared)
        .map((it) => `${it}{`)
        .join('') +
      own
    open = around
  }
  return css + '}'.repeat(open.length)
}

type Run = { pieces: Piece[]; users: readonly number[]; bytes: number; kinds: ReadonlySet<number> }

/** Rules next to each other that the same pages use belong together in any case. */
function joinAlike(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last && last.users.length === piece.users.length && last.users.every((it, at) => it === piece.users[at])) {
      last.pieces.push(piece)
      last.bytes += piece.css.length
    } else runs.push({ pieces: [piece], users: piece.users, bytes: piece.css.length, kinds: new Set() })
  }
  return runs
}

/**
 * Pages that use the same rules are one kind, and count once: a thousand short articles must not make the few long
 * ones carry what those have no use for.
 */
function sortPages(runs: readonly Run[], pageCount: number): { runs: Run[]; kindCount: number } {
  const uses = Array.from({ length: pageCount }, (): number[] => [])
  for (const [index, { users }] of runs.entries()) for (const page of users) uses[page]?.push(index)
  const kinds = new Map<string, number>()
  const kindOf = uses.map((it) => {
    const name = it.join()
    const kind = kinds.get(name) ?? kinds.size
    kinds.set(name, kind)
    return kind
  })
  const known = runs.map((it) => ({ ...it, kinds: new Set(it.users.map((page) => kindOf[page] ?? 0)) }))
  return { runs: known, kindCount: kinds.size }
}

/**
 * What a part costs beside its rules, in bytes of style sheet, which compresses to about a fifth: a hash of 52 bytes
 * that does not compress, in the header of every page and in each page that carries the part.
 */
const hashCost = 52 * 5

/** A policy with more hashes would be longer than CloudFront's header may be (1,783 characters), the shortest of all limits. */
const mostParts = 22

/**
 * Cuts the sheet, in its order, into the parts that cost all kinds of page together least: a page carries every part of which
 * it uses a rule. One part would send every rule to every page, a part for each rule would fill the policy with hashes.
 */
export function cutSheet(css: string, pages: readonly Names[], most = mostParts): SheetPart[] {
  const { runs, kindCount } = sortPages(joinAlike(piecesOf(postcss.parse(css), pages)), pages.length)
  let price = hashCost
  let parts = cheapestCut(runs, kindCount, price)
  while (parts.length > most) parts = cheapestCut(runs, kindCount, (price *= 1.1))
  return parts
}

function cheapestCut(runs: readonly Run[], kindCount: number, price: number): SheetPart[] {
  const least = [0, ...runs.map(() => Infinity)]
  const startOf = runs.map(() => 0)
  for (let from = 0; from < runs.length; from += 1) {
    const kinds = new Set<number>()
    let bytes = 0
    for (let to = from; to < runs.length; to += 1) {
      for (const it of runs[to]?.kinds ?? []) kinds.add(it)
      bytes += runs[to]?.bytes ?? 0
      const cost = (least[from] ?? 0) + kinds.size * (bytes + price) + kindCount * price
      if (cost >= (least[to + 1] ?? 0)) continue
      least[to + 1] = cost
      startOf[to] = from
    }
  }
  const parts: SheetPart[] = []
  for (let end = runs.length; end > 0; end = startOf[end - 1] ?? 0) {
    const part = runs.slice(startOf[end - 1], end)
    parts.unshift({ css: printPieces(part.flatMap((it) => it.pieces)), users: new Set(part.flatMap((it) => it.users)) })
  }
  return parts
}
