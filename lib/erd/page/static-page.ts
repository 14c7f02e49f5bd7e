import type { Finding } from '@/lib/erd/analysis/finding'
import { SVG_STYLE } from '@/lib/erd/export/svg-style'
import { renderSvg } from '@/lib/erd/export/svg'
import type { Geometry } from '@/lib/erd/layout/geometry'
import type { SchemaModel } from '@/lib/erd/model'
import { compareText } from '@/lib/erd/names'
import type { ReadingReport } from '@/lib/erd/reading-report'
import { describeSchema } from './describe-schema'
import { renderFindings } from './findings-table'
import { html } from './markup'
import { PAGE_STYLE } from './page-style'
import { renderReadingAccount } from './reading-account'
import { anchorsFor, renderSchemaTables } from './schema-tables'
import { lineAnchor, renderSqlListing } from './sql-listing'

export interface PageContents {
  readonly model: SchemaModel
  readonly report: ReadingReport
  readonly findings: readonly Finding[]
  readonly landscape: Geometry
  /** Names only: what a large schema looks like as a whole. */
  readonly overview: Geometry
  /** Left out for large schemas, which nobody reads on a phone. */
  readonly portrait: Geometry | null
  /** The source, when it is small enough to be on the page. */
  readonly sql: string | null
}

/** One file, no script, one style element whose hash is in the policy: it opens anywhere and loads nothing. */
export async function renderStaticPage(contents: PageContents): Promise<string> {
  const { model, report, findings, landscape, overview, portrait, sql } = contents
  const style = `${PAGE_STYLE}\n${SVG_STYLE}`
  const policy = `default-src 'none'; style-src 'sha256-${await sha256(style)}'; base-uri 'none'; form-action 'none'`
  const description = describeSchema(model, landscape)
  const drawing = (geometry: Geometry, idPrefix: string): string =>
    renderSvg(geometry, {
      title: `Schema ${model.name}`,
      description,
      standalone: false,
      idPrefix,
      hrefOf: (key) => `#${key.replace('t', 'table-')}`,
    })
  const narrow = portrait === null ? '' : `<figure class="drawing narrow">${drawing(portrait, 'portrait')}</figure>`
  const listing = sql === null ? '' : `<h2 id="sql">SQL</h2>\n${renderSqlListing(sql)}`
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    html`<meta http-equiv="Content-Security-Policy" content="${policy}" />`.html,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    html`<title>${model.name}: schema</title>`.html,
    `<style>${style}</style>`,
    '</head>',
    portrait === null ? '<body>' : '<body class="two-drawings">',
    html`<h1>${model.name}</h1>
      <p>${description}</p>`.html,
    `<main>\n${viewChoice(model.tables.length)}\n<figure class="drawing all" tabindex="0">${drawing(landscape, 'landscape')}</figure>`,
    `<figure class="drawing names" tabindex="0">${drawing(overview, 'names')}</figure>`,
    narrow,
    `<h2 id="index">Index</h2>\n${renderIndex(model)}`,
    `<h2 id="findings">Findings</h2>\n${renderFindings(model, findings, sql === null ? null : (line) => `#${lineAnchor(line)}`)}`,
    `<h2 id="tables">Tables</h2>\n${renderSchemaTables(model)}`,
    `<h2 id="reading">What was read</h2>\n${renderReadingAccount(report)}`,
    listing,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** More than this at full size begins with an empty corner; as a whole and by name it is a map. */
const FEWEST_FOR_MAP = 60

function viewChoice(tables: number): string {
  const isMap = tables >= FEWEST_FOR_MAP
  const checked = (is: boolean): string => (is ? ' checked' : '')
  return [
    '<fieldset class="views"><legend>Drawing</legend>',
    `<label><input type="radio" name="view" id="view-all"${checked(!isMap)}> All columns</label>`,
    `<label><input type="radio" name="view" id="view-names"${checked(isMap)}> Names only</label>`,
    `<label><input type="checkbox" id="fit"${checked(isMap)}> Fit the width</label>`,
    '</fieldset>',
  ].join('\n')
}

/** Every table by name, with partitions where they belong in the alphabet. */
function renderIndex(model: SchemaModel): string {
  const anchors = anchorsFor(model)
  const entries = model.tables
    .map(({ id }) => id)
    .toSorted(compareText)
    .map((id) => html`<li><a href="#${anchors.table(id)}">${id}</a></li>`)
  return html`<ul class="index">
    ${entries}
  </ul>`.html
}

async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return btoa(String.fromCharCode(...digest))
}
