import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { neighbourMarks } from '@/components/islands/erd-explorer/marks'
import { chromiumArguments, findChromium } from '@/lib/cli/chromium'
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
  const executablePath = findChromium()
  const browser = await chromium.launch({ args: [...chromiumArguments], ...(executablePath ? { executablePath } : {}) })
  const rows = []
  for (const size of sizes)
    rows.push(await measureDrawing(await browser.newPage({ viewport: { width: 1280, height: 900 } }), size))
  await browser.close()
  return rows
}

async function measureDrawing(page: Page, tables: number) {
  const { model } = await readSchemaText(syntheticSchema(tables), { name: 'synthetic', file: 'synthetic.sql' })
  const geometry = await layOutSchema(model, { mode: 'all', orientation: 'landscape', hubs: 'badge' })
  const data = projectForExplorer(model)
  const edgeKeys = Object.fromEntries([...geometry.edges, ...geometry.hubEdges].map((it) => [it.id, it.key]))
  const choices = data.tables.slice(0, 40).map(({ id }) => [...neighbourMarks({ data, edgeKeys }, id, 2).elements])
  const svg = renderSvg(geometry, { title: 'Synthetic', description: 'Synthetic.', standalone: false, idPrefix: 'erd' })
  const style = tokens + readFileSync(join(folder, 'erd-figure.css'), 'utf8')
  const drawing = `<div class="erd-drawing" data-mode="all" data-orientation="landscape">${svg}</div>`
  await page.setContent(
    `<style>${style}</style><div class="erd-figure"><div class="erd-modes"><input type="radio" value="all" checked></div><div class="erd-body"><div class="erd-stage">${drawing}</div></div></div>`,
  )
  await page.addScriptTag({ content: await drawingScript() })
  const light = await page.evaluate(lightTimes, choices)
  const pan = await page.evaluate(panFrames)
  await page.close()
  return {
    tables,
    'highlight median ms': atShare(light, 0.5),
    'highlight p95 ms': atShare(light, 0.95),
    'pan frame median ms': atShare(pan, 0.5),
    'pan frame p95 ms': atShare(pan, 0.95),
  }
}

async function drawingScript(): Promise<string> {
  const contents = `import { drawingIn } from './${folder}/drawing'; globalThis.drawingIn = drawingIn`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
  })
  return outputFiles[0]?.text ?? ''
}

type Bench = { drawingIn(stage: Element): { light(marks: { elements: Map<string, string> }): void } }

/** Runs in the page. Asking for a computed style and a box makes the browser finish what the attributes began. */
function lightTimes(choices: [string, string][][]): number[] {
  const stage = document.querySelector('.erd-stage')
  if (!stage) return []
  const drawing = (globalThis as unknown as Bench).drawingIn(stage)
  drawing.light({ elements: new Map() })
  return choices.map((elements) => {
    const marks = { elements: new Map(elements) }
    const started = performance.now()
    drawing.light(marks)
    const last = stage.querySelector('.erd-table:last-child')
    void (last && getComputedStyle(last).opacity)
    stage.querySelector('.erd-glow')?.getBoundingClientRect()
    return performance.now() - started
  })
}

/** Runs in the page: 120 frames, each of them 24 pixels further. */
async function panFrames(): Promise<number[]> {
  const stage = document.querySelector('.erd-stage')
  const times: number[] = []
  let before = 0
  while (times.length < 120) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    if (before > 0) times.push(now - before)
    before = now
    stage?.scrollBy(times.length < 60 ? 24 : -24, 8)
  }
  return times
}

const atShare = (times: readonly number[], share: number): number =>
  Math.round((times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0) * 100) / 100

/** The explorer's own script as it is served, after a build. */
export function ownScript(): { 'script KB gzip': number } | null {
  const assets = join('out', 'assets')
  const name = existsSync(assets) ? readdirSync(assets).find((it) => /^island_erd-explorer-\w+\.js$/.test(it)) : undefined
  return name === undefined
    ? null
    : { 'script KB gzip': Math.round((gzipSync(readFileSync(join(assets, name))).length / 1024) * 100) / 100 }
}
