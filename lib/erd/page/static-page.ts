import type { Finding } from '@/lib/erd/analysis/finding'
import { SVG_STYLE } from '@/lib/erd/export/svg-style'
import { renderSvg } from '@/lib/erd/export/svg'
import type { Geometry } from '@/lib/erd/layout/geometry'
import type { SchemaModel } from '@/lib/erd/model'
import type { ReadingReport } from '@/lib/erd/reading-report'
import { describeSchema } from './describe-schema'
import { renderFindings } from './findings-table'
import { html } from './markup'
import { PAGE_STYLE } from './page-style'
import { renderReadingAccount } from './reading-account'
import { renderSchemaTables } from './schema-tables'
import { lineAnchor, renderSqlListing } from './sql-listing'

export interface PageContents {
  readonly model: SchemaModel
  readonly report: ReadingReport
  readonly findings: readonly Finding[]
  readonly landscape: Geometry
  /** Left out for large schemas, which nobody reads on a phone. */
  readonly portrait: Geometry | null
  /** The source, when it is small enough to be on the page. */
  readonly sql: string | null
}

/** One file, no script, one style element whose hash is in the policy: it opens anywhere and loads nothing. */
export async function renderStaticPage(contents: PageContents): Promise<string> {
  const { model, report, findings, landscape, portrait, sql } = contents
  const style = `${PAGE_STYLE}\n${SVG_STYLE}`
  const policy = `default-src 'none'; style-src 'sha256-${await sha256(style)}'; base-uri 'none'; form-action 'none'`
  const description = describeSchema(model, landscape)
  const drawing = (geometry: Geometry, idPrefix: string): string =>
    renderSvg(geometry, { title: `Schema ${model.name}`, description, standalone: false, idPrefix })
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
    `<main>\n<figure class="drawing wide" tabindex="0">${drawing(landscape, 'landscape')}</figure>`,
    narrow,
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

async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return btoa(String.fromCharCode(...digest))
}
