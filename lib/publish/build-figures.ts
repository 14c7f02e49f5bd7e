import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { axeVersion, countAxeRules } from './axe-rules'
import { type Budget, budgetFor, budgets } from './budgets'
import { append, attribute, elements, isElement, only, parseHtml } from './html'
import type { PageWeight } from './page-weight'
import type { Folders, Page, Site } from './site'

/** What the colophon says of the build that made it. No clock is asked: two builds of one commit say the same. */
export type BuildFigures = {
  readonly weights: readonly PageWeight[]
  /** How many kinds of page the browser tests hold against the rules of axe. */
  readonly pageKinds: number
  /** How many tests each folder of `tests/` declares. */
  readonly tests: readonly { readonly kind: string; readonly files: number; readonly declared: number }[]
}

const suites = {
  unit: 'Models and content',
  built: 'Built pages, servers',
  e2e: 'In a browser',
} as const

const isTest = /\.(?:test|spec)\.tsx?$/
/** A test that is written once and runs for a list of cases counts once. */
const declaration = /^\s*(?:it|test|testOfSample)(?:\.each\b|\()/gm

export function countTests(root: string): BuildFigures['tests'] {
  // An owner may have left them out.
  const present = Object.entries(suites).filter(([folder]) => existsSync(join(root, 'tests', folder)))
  return present.map(([folder, kind]) => {
    const files = readdirSync(join(root, 'tests', folder), { recursive: true, encoding: 'utf8' }).filter((it) => isTest.test(it))
    const declared = files.reduce(
      (sum, it) => sum + (readFileSync(join(root, 'tests', folder, it), 'utf8').match(declaration)?.length ?? 0),
      0,
    )
    return { kind, files: files.length, declared }
  })
}

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1)
const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const most = (values: readonly number[]): number => Math.max(0, ...values)

type Table = { readonly about: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function weightsByKind(weights: readonly PageWeight[], all: readonly Budget[]): Table {
  const rows = all.flatMap((budget) => {
    const own = weights.filter((it) => budgetFor(it, all) === budget)
    if (own.length === 0) return []
    const of = (name: 'total' | 'requests' | 'script') => own.map((it) => it[name])
    const sizes = [middle(of('total')), most(of('total')), budget.total, most(of('script'))].map(kilobytes)
    const [median = '', heaviest = '', limit = '', script = ''] = sizes
    return [[capitalised(budget.kind), String(own.length), median, heaviest, limit, script, String(most(of('requests')))]]
  })
  return {
    about: 'What pages weigh, by kind, in KB as sent',
    head: ['In KB as sent', 'Pages', 'Median', 'Heaviest', 'Budget', 'Script', 'Requests'],
    rows: rows.toSorted((a, b) => Number(b[1]) - Number(a[1])),
  }
}

const testTable = (tests: BuildFigures['tests']): Table => ({
  about: 'The tests that this build has to pass',
  head: ['Tests', 'Declared', 'Files'],
  rows: tests.map(({ kind, files, declared }) => [kind, String(declared), String(files)]),
})

/** Two widths, two themes: `tests/e2e/accessibility.spec.ts`. */
const looks = 4

const accessibilityTable = (kinds: number): Table => ({
  about: 'How accessibility is checked before a release',
  head: ['Accessibility', 'Count'],
  rows: [
    [`Rules of axe-core ${axeVersion}`, String(countAxeRules())],
    ['Kinds of page looked at', String(kinds)],
    ['Widths, times themes', String(looks)],
    ['Faults allowed', '0'],
  ],
})

/** As the table above it is printed, so that it has its styles. */
function printTable({ about, head, rows }: Table): string {
  const cell = (it: string, at: number, scope: string) =>
    at === 0 || scope === 'col'
      ? `<th scope="${scope}"${at > 0 ? ' class="numeric"' : ''}>${it}</th>`
      : `<td class="numeric">${it}</td>`
  const row = (cells: readonly string[], scope: string) => `<tr>${cells.map((it, at) => cell(it, at, scope)).join('')}</tr>`
  return (
    `<div class="table-scroll" role="group" aria-label="${about}" tabindex="0"><table><thead>${row(head, 'col')}</thead>` +
    `<tbody>${rows.map((it) => row(it, 'row')).join('')}</tbody></table></div>`
  )
}

/** Which pages want to say these figures: they are finished last. */
export async function pagesWithFigures(pages: readonly string[], { exported }: Pick<Folders, 'exported'>): Promise<string[]> {
  const wants = await Promise.all(
    pages.map(async (it) => (await readFile(join(exported, it), 'utf8')).includes('data-build-figures')),
  )
  return pages.filter((_, at) => wants[at])
}

/** Puts the figures where a page has room for them. */
export function tellFigures(page: Page, { figures }: Site): void {
  const place = elements(page.document).find((it) => attribute(it, 'data-build-figures') !== undefined)
  if (!place || !figures) return
  const tables = [weightsByKind(figures.weights, budgets), testTable(figures.tests), accessibilityTable(figures.pageKinds)]
    .map(printTable)
    .join('')
  for (const child of [...only(parseHtml(`<!doctype html><title>t</title><body>${tables}`), 'body').childNodes])
    if (isElement(child)) append(place, child)
}
