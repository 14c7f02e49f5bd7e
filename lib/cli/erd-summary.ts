import { SEVERITIES, type Finding } from '@/lib/erd/analysis/finding'
import type { ReadingReport, SchemaReading } from '@/lib/erd/reading-report'
import { counted } from './counted'

export function problemLines(report: ReadingReport): string[] {
  return report.problems.map(({ severity, message, line, column, excerpt }) => {
    const indented =
      excerpt === ''
        ? ''
        : `\n${excerpt
            .split('\n')
            .map((each) => `    ${each}`)
            .join('\n')}`
    return `${report.file}:${line}:${column}: ${severity}: ${message}${indented}`
  })
}

export function summaryLines(
  { model, report }: SchemaReading,
  findings: readonly Finding[],
  written: readonly string[],
): string[] {
  const ignored = report.statements - report.used - report.failed
  const references = model.tables.reduce((sum, table) => sum + table.foreignKeys.length, 0)
  const bySeverity = SEVERITIES.map(
    (severity) => `${findings.filter((finding) => finding.severity === severity).length} ${severity}`,
  ).join(', ')
  return [
    `${report.file}: ${counted(report.statements, 'statement')}: ${report.used} used, ${ignored} ignored, ${report.failed} failed`,
    `tables: ${model.tables.length}, foreign keys: ${references}, views: ${model.views.length}, types: ${model.enums.length + model.domains.length + model.composites.length}`,
    ...byKind('ignored', report.ignored),
    ...byKind('clauses ignored', report.ignoredClauses),
    ...byKind('psql commands passed over', report.metaCommands),
    ...(report.copy.blocks > 0
      ? [`COPY data passed over: ${counted(report.copy.rows, 'row')} in ${counted(report.copy.blocks, 'block')}`]
      : []),
    `findings: ${bySeverity}`,
    ...findings
      .filter(({ severity }) => severity !== 'info')
      .map((finding) => `  ${finding.severity} ${report.file}:${finding.line} ${finding.rule}: ${finding.explanation}`),
    ...written.map((file) => `wrote ${file}`),
  ]
}

function byKind(title: string, entries: ReadingReport['ignored']): string[] {
  if (entries.length === 0) return []
  return [`${title}:`, ...entries.map(({ kind, count, firstLine }) => `  ${count} ${kind} (first at line ${firstLine})`)]
}
