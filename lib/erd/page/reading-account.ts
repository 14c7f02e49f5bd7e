import type { ReadingReport } from '@/lib/erd/reading-report'
import { html, NOTHING, tableMarkup, type Markup } from './markup'

/** The account of the reading: what became of every statement. */
export function renderReadingAccount(report: ReadingReport): string {
  const ignoredCount = report.statements - report.used - report.failed
  const counted = (caption: string, entries: ReadingReport['ignored']): Markup =>
    tableMarkup(
      caption,
      ['Kind', 'Count', 'First line'],
      entries.map(
        (entry) =>
          html`<tr>
            <th scope="row">${entry.kind}</th>
            <td>${entry.count}</td>
            <td>${entry.firstLine}</td>
          </tr>`,
      ),
    )
  const problems = tableMarkup(
    'Problems',
    ['Place', 'What is wrong'],
    report.problems.map(
      (problem) =>
        html`<tr>
          <th scope="row">${report.file}:${problem.line}:${problem.column}</th>
          <td>
            ${problem.severity}: ${problem.message}${problem.excerpt === '' ? NOTHING : html`<pre>${problem.excerpt}</pre>`}
          </td>
        </tr>`,
    ),
  )
  const copied =
    report.copy.blocks === 0
      ? NOTHING
      : html`<p>COPY data passed over: rows ${report.copy.rows}, blocks ${report.copy.blocks}.</p>`
  return html`<p>
      ${report.file}: ${report.statements} statements in ${report.lines} lines; ${report.used} used, ${ignoredCount} not needed
      for the drawing, ${report.failed} failed.
    </p>
    ${copied}${problems}${counted('Statements not used', report.ignored)}${counted('Clauses not used', report.ignoredClauses)}${counted('psql commands', report.metaCommands)}`
    .html
}
