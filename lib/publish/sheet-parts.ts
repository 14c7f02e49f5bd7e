import postcss, { type AtRule, type ChildNode, type Root } from 'postcss'
import { selectorTest } from './used-styles'

type Names = ReadonlySet<string>

/**
 * A rule with the blocks around it (`@layer base`, `@media …`), and who can show it, by number: first the pages, then, in the same
 * order, their openings, which count like pages of their own.
 */
type Piece = { readonly around: readonly string[]; readonly css: string; readonly users: readonly number[] }

/**
 * A run of the sheet that stands in pages as one `<style>`, so that the policy names it by one hash; the pages that use it, and those
 * that are drawn by it from their opening on.
 */
export type SheetPart = { readonly css: string; readonly users: ReadonlySet<number>; readonly openings: ReadonlySet<number> }

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

/** What is printed, or moves, is not needed for the first paint. */
const waits = (around: readonly string[], node: ChildNode): boolean =>
  around.includes('@media print') || (node.type === 'atrule' && ['keyframes', 'page'].includes(node.name))

function piecesOf(root: Root, pages: readonly Names[], openings: readonly Names[]): Piece[] {
  const names = [...pages, ...openings]
  const all = names.map((_, index) => index)
  const pieces: Piece[] = []
  for (const { around, node } of leaves(root)) {
    const tests = node.type === 'rule' ? node.selectors.map(selectorTest) : [() => true]
    const able = all.filter((it) => tests.some((could) => could(names[it] ?? new Set())))
    const users = waits(around, node) ? able.filter((it) => it < pages.length) : able
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
  const uses = Array.from({ length: 2 * pageCount }, (): number[] => [])
  for (const [index, { users }] of runs.entries()) for (const page of users) uses[page]?.push(index)
  const kinds = new Map<string, number>()
  const kindOf = uses.map((it) => {
    const name = it.join()
    const kind = kinds.get(name) ?? kinds.size
    kinds.set(name, kind)
    return kind
  })
  const known = runs.map((it) => ({ ...it, kinds: new Set(it.users.map((page) => kindOf[page] ?? 0)) }))
  return { runs: known, kindCount: new Set(kindOf.slice(0, pageCount)).size }
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
 * it uses a rule, and carries it early if its opening does. One part would send every rule to every page, a part for each rule would
 * fill the policy with hashes.
 */
export function cutSheet(css: string, pages: readonly Names[], openings: readonly Names[], most = mostParts): SheetPart[] {
  const { runs, kindCount } = sortPages(joinAlike(piecesOf(postcss.parse(css), pages, openings)), pages.length)
  const cut = cheapestCut(runs, kindCount, most)
  return cut.map((part) => {
    const users = part.flatMap((it) => it.users)
    return {
      css: printPieces(part.flatMap((it) => it.pieces)),
      users: new Set(users.filter((it) => it < pages.length)),
      openings: new Set(users.filter((it) => it >= pages.length).map((it) => it - pages.length)),
    }
  })
}

/** What each run of runs would cost as one part, by where it begins and where it ends. */
function* costsOf(runs: readonly Run[], kindCount: number): Generator<{ from: number; end: number; cost: number }> {
  for (let from = 0; from < runs.length; from += 1) {
    const kinds = new Set<number>()
    let bytes = 0
    for (let end = from + 1; end <= runs.length; end += 1) {
      for (const it of runs[end - 1]?.kinds ?? []) kinds.add(it)
      bytes += runs[end - 1]?.bytes ?? 0
      yield { from, end, cost: kinds.size * (bytes + hashCost) + kindCount * hashCost }
    }
  }
}

/** For each place in the sheet and each number of parts up to there: the least they cost, and where the last of them begins. */
function cheapestCut(runs: readonly Run[], kindCount: number, most: number): Run[][] {
  const unknown = () => Array.from({ length: most + 1 }, () => Infinity)
  const least = [[0], ...runs.map(unknown)]
  const startOf = runs.map((): number[] => [])
  for (const { from, end, cost } of costsOf(runs, kindCount))
    for (const [count, before] of (least[from] ?? []).entries()) {
      const [costs, starts] = [least[end] ?? [], startOf[end - 1] ?? []]
      if (before + cost >= (costs[count + 1] ?? 0)) continue
      costs[count + 1] = before + cost
      starts[count + 1] = from
    }
  const last = least[runs.length] ?? []
  let count = last.indexOf(Math.min(...last))
  const parts: Run[][] = []
  for (let end = runs.length; end > 0; count -= 1) {
    const from = startOf[end - 1]?.[count] ?? 0
    parts.unshift(runs.slice(from, end))
    end = from
  }
  return parts
}
