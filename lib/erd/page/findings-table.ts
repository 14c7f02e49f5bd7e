import type { Finding } from '@/lib/erd/analysis/finding'
import type { SchemaModel } from '@/lib/erd/model'
import { html, tableMarkup } from './markup'
import { anchorsFor } from './schema-tables'

/** Every finding with its way to the column and to the line of SQL; `lineHref` is null when the SQL is not on the page. */
export function renderFindings(
  model: SchemaModel,
  findings: readonly Finding[],
  lineHref: ((line: number) => string) | null,
  prefix = '',
): string {
  if (findings.length === 0) return '<p>No findings.</p>'
  const anchors = anchorsFor(model, prefix)
  const rows = findings.map((finding) => {
    const place = finding.column === null ? finding.table : `${finding.table}.${finding.column}`
    const href = `#${finding.column === null ? anchors.table(finding.table) : anchors.column(finding.table, finding.column)}`
    const line = lineHref === null ? html`${finding.line}` : html`<a href="${lineHref(finding.line)}">${finding.line}</a>`
    return html`<tr class="severity-${finding.severity}">
      <td>${finding.severity}</td>
      <th scope="row"><a href="${href}">${place}</a></th>
      <td>${finding.explanation}<br /><code>${finding.fix}</code></td>
      <td>${line}</td>
    </tr>`
  })
  return tableMarkup('Findings', ['Severity', 'Where', 'What and why, and the way out', 'Line'], rows).html
}
