import type { ErdDocument } from '@/lib/content/erd'
import { renderFindings } from '@/lib/erd/page/findings-table'
import { renderReadingAccount } from '@/lib/erd/page/reading-account'
import { renderSchemaTables } from '@/lib/erd/page/schema-tables'
import { renderSqlListing } from '@/lib/erd/page/sql-listing'
import { anchorPrefix, lineHref } from './explorer-source'

const files: readonly { readonly kind: string; readonly label: string; readonly picture?: string }[] = [
  { kind: 'sql', label: 'SQL' },
  { kind: 'dbml', label: 'DBML' },
  { kind: 'mmd', label: 'Mermaid' },
  { kind: 'json', label: 'JSON' },
  { kind: 'svg', label: 'SVG', picture: 'all' },
  { kind: 'keys.svg', label: 'SVG, keys', picture: 'keys' },
  { kind: 'names.svg', label: 'SVG, names', picture: 'names' },
]

/** Everything the drawing shows, as words and tables, and the files: all of it works without a script. */
export function ErdReadings({ document, figure, isLab }: { document: ErdDocument; figure: string; isLab: boolean }) {
  const { name, model, report, findings, sql } = document
  const prefix = anchorPrefix(figure)
  const readings = [
    {
      title: `Findings: ${findings.length}`,
      markup: renderFindings(model, findings, lineHref(name, isLab), prefix),
    },
    { title: `Tables: ${model.tables.length}, every column, key, index and policy`, markup: renderSchemaTables(model, prefix) },
    ...(isLab
      ? [
          { title: `SQL: ${report.lines} lines`, markup: renderSqlListing(sql, prefix) },
          { title: `Statements: ${report.statements} and what became of them`, markup: renderReadingAccount(report) },
        ]
      : []),
  ]
  return (
    <div className="erd-readings">
      <p className="erd-files">
        Export
        {files.map(({ kind, label, picture }) => (
          <a key={kind} href={`/lab/erd/files/${name}.${kind}`} download={`${name}.${kind}`} data-picture={picture}>
            {label}
          </a>
        ))}
      </p>
      {readings.map(({ title, markup }) => (
        <details key={title}>
          <summary>{title}</summary>
          <div
            className="erd-reading"
            tabIndex={0}
            role="region"
            aria-label={title}
            dangerouslySetInnerHTML={{ __html: markup }}
          />
        </details>
      ))}
    </div>
  )
}
