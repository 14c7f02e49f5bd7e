import { html } from './markup'

export function lineAnchor(line: number): string {
  return `L${line}`
}

/** The SQL with an anchor on every line, for links from findings. */
export function renderSqlListing(sql: string): string {
  const lines = sql.replace(/^\ufeff/, '').split(/\r?\n/).map((line, position) => html`<li id="${lineAnchor(position + 1)}"><code>${line}</code></li>`)
  return html`<ol class="sql">${lines}</ol>`.html
}
