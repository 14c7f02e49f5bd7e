import type { ErdDocument } from '@/lib/content/erd'
import type { ExplorerData } from '@/lib/erd/explore/explorer-data'
import { anchorsFor } from '@/lib/erd/page/schema-tables'
import { lineAnchor } from '@/lib/erd/page/sql-listing'
import type { ShownFinding } from './explorer-props'

export const anchorPrefix = (name: string): string => `${name}-`

/** What travels to the browser beside the printed figure. */
export function explorerProps(document: ErdDocument, data: ExplorerData, figure: string) {
  const [drawing] = document.drawings
  const edges = drawing ? [...drawing.edges, ...drawing.hubEdges] : []
  return { figure, data, edgeKeys: Object.fromEntries(edges.map((it) => [it.id, it.key])), findings: shownFindings(document) }
}

function shownFindings({ name, model, findings }: ErdDocument): ShownFinding[] {
  const prefix = anchorPrefix(name)
  const anchors = anchorsFor(model, prefix)
  return findings.map(({ id, severity, table, column, explanation, line }) => ({
    id,
    severity,
    table,
    place: column === null ? table : `${table}.${column}`,
    explanation,
    columnHref: `#${column === null ? anchors.table(table) : anchors.column(table, column)}`,
    lineHref: `#${lineAnchor(line, prefix)}`,
    line,
  }))
}
