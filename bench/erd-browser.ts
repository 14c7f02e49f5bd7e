import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { neighbourMarks } from '@/components/islands/erd-explorer/marks'
import { chromiumArguments, findChromium } from '@/lib/cli/chromium'
import { listen, staticServer } from '@/lib/cli/static-server'
import { renderSvg } from '@/lib/erd/export/svg'
import { projectForExplorer } from '@/lib/erd/explorer-projection'
import { layOutSchema } from '@/lib/erd/layout/lay-out-schema'
import { readSchemaText } from '@/lib/erd/sql/read-schema'
import { syntheticSchema } from '@/tests/fixtures/erd/synthetic-schema'

const folder = 'components/islands/erd-explorer'
const tokens =
  ':root{--sheet:#fbfaf5;--ink:#142130;--ink-3:#55626f;--line:#142130;--rule:#c4d4d8;--rule-2:#778d98;--annot:#195a73;--marker:#fae141;--fault:#aa1f1f;--mono:monospace;--sans:sans-serif}'

/** What the reader feels: the time from a choice to a lit drawing (style and layout included) and frames while panning. */
export async function measureInBrowser(sizes: readonly number[]) {
  const browser = await launch()
  const rows = []
  for (const size of sizes)
    rows.push(await measureDrawing(await browser.newPage({ viewport: { width: 1280, height: 900 } }), size))
  await browser.close()
  return rows
}

function launch() {
  const executablePath = findChromium()
  return chromium.launch({ args: [...chromiumArguments], ...(executablePath ? { executablePath } : {}) })
}

async function measureDrawing(page: Page, tables: number) {
  const { model } = await readSchemaText(syntheticSchema(tables), { name: 'synthetic', file: 'synthetic.sql' })
  const geometry = await layOutSchema(model, { mode: 'all', orientation: 'landscape', hubs: 'badge' })
  const data = projectForExplorer(model)
  const edgeKeys = Object.fromEntries([...geometry.edges, ...geometry.hubEdges].map((it) => [it.id, it.key]))
  const choices = data.tables.slice(0, 40).map(({ id }) => [...neighbourMarks({ data, edgeKeys }, id, 2).elements])
  const svg = renderSvg(geometry, {
    title: 'Synthetic',
    description: 'Synthetic.',
    standalone: false,
    idPrefix: 'erd',
    lit: new Map(),
  })
  const style = tokens + readFileSync(join(folder, 'erd-figure.css'), 'utf8')
  const drawing = `<div class="erd-drawing" data-mode="all" data-orientation="landscape">${svg}</div>`
  await page.setContent(
    `<style>${style}</style><div class="erd-figure"><div class="erd-modes"><input type="radio" value="all" checked></div><div class="erd-body"><div class="erd-stage">${drawing}</div></div></div>`,
  )
  await page.addScriptTag({ content: await pageScript() })
  const light = await page.evaluate<number[]>(`erdBench.lightTimes(${JSON.stringify(choices)})`)
  const pan = await page.evaluate<number[]>('erdBench.panFrames()')
  await page.close()
  return {
    tables,
    'highlight median ms': atShare(light.slice(1), 0.5),
    'highlight p95 ms': atShare(light.slice(1), 0.95),
    // The hub: every table and every edge at once, by code that has never run before.
    'all lit, first call ms': atShare(light.slice(0, 1), 0.5),
    'pan frame median ms': atShare(pan, 0.5),
    'pan frame p95 ms': atShare(pan, 0.95),
  }
}

/** Called by their names in the page: a function handed over would miss what the loader put around it. */
async function pageScript(): Promise<string> {
  const { outputFiles } = await build({ entryPoints: ['bench/erd-page.ts'], bundle: true, write: false, format: 'iife' })
  return outputFiles[0]?.text ?? ''
}

const atShare = (times: readonly number[], share: number): number =>
  Math.round((times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0) * 100) / 100

/**
 * The loader reads an island's props right before it hydrates. The explorer is interactive when its last listener is on
 * the drawing, and complete when the map stands beside it.
 */
const watchHydration = `const { parse } = JSON
JSON.parse = (text, ...rest) => {
  if (text.startsWith('{"figure":"erd-')) performance.mark('hydrate')
  return parse(text, ...rest)
}
const { addEventListener } = EventTarget.prototype
EventTarget.prototype.addEventListener = function (...rest) {
  addEventListener.apply(this, rest)
  if (this instanceof Element && this.matches('.erd-stage')) performance.mark('interactive')
}
new MutationObserver((_, watch) => {
  if (!document.querySelector('.erd-minimap')) return
  performance.mark('complete')
  watch.disconnect()
}).observe(document, { childList: true, subtree: true })`

const hydrationTimes = `(() => {
  const [from, complete] = ['hydrate', 'complete'].map((it) => performance.getEntriesByName(it)[0].startTime)
  const interactive = performance.getEntriesByName('interactive').map((it) => it.startTime).filter((it) => it < complete)
  return [interactive.at(-1) - from, complete - from]
})()`

/** The lab's page as it is served after a build: from the start of hydration to an answer to the reader. */
export async function measureHydration(runs: number) {
  const script = ownScript()
  if (!script) return null
  const server = staticServer('out', { headers: true, basePath: '' })
  const origin = `http://127.0.0.1:${await listen(server, 4560, 4600)}`
  const browser = await launch()
  const times: [number, number][] = []
  for (let turn = 0; turn < runs; turn += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.addInitScript(watchHydration)
    await page.goto(`${origin}/lab/erd/`)
    await page.waitForSelector('.erd-minimap', { state: 'attached' })
    times.push(await page.evaluate<[number, number]>(hydrationTimes))
    await page.close()
  }
  await browser.close()
  server.close()
  const [interactive, complete] = [times.map(([it]) => it), times.map(([, it]) => it)]
  return {
    ...script,
    'interactive, median ms': atShare(interactive, 0.5),
    'interactive, worst ms': atShare(interactive, 0.999),
    'with its map, median ms': atShare(complete, 0.5),
    loads: runs,
  }
}

/** The explorer's own script, without React, which all instruments share. */
function ownScript(): { readonly 'script KB gzip': number } | null {
  const assets = join('out', 'assets')
  const name = existsSync(assets) ? readdirSync(assets).find((it) => /^island_erd-explorer-\w+\.js$/.test(it)) : undefined
  return name === undefined
    ? null
    : { 'script KB gzip': Math.round((gzipSync(readFileSync(join(assets, name))).length / 1024) * 100) / 100 }
}
