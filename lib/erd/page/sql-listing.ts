import { html } from './markup'

export function lineAnchor(line: number, prefix = ''): string {
  return `${prefix}L${line}`
}

/** The SQL with an anchor on every line, for links from findings. */
export function renderSqlListing(sql: string, prefix = ''): string {
  const lines = sql
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, position) => html`<li id="${lineAnchor(position + 1, prefix)}"><code>${line}</code></li>`)
  return html`<ol class="sql">
    ${lines}
  </ol>`.html
}
