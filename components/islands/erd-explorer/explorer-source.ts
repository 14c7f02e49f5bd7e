import type { ErdDocument } from '@/lib/content/erd'
import type { ExplorerData } from '@/lib/erd/explore/explorer-data'
import { anchorsFor } from '@/lib/erd/page/schema-tables'
import { lineAnchor } from '@/lib/erd/page/sql-listing'
import { erdHref } from './erd-href'
import type { ShownFinding } from './explorer-props'

/** Ids of a figure begin with its own, so that two of the same schema can stand on one page. */
export const anchorPrefix = (figure: string): string => `${figure}-`

export const labFigure = (schema: string): string => `erd-${schema}`

/** The SQL is long and stands in the lab only; a figure elsewhere links to its lines there. */
export const lineHref = (schema: string, isLab: boolean) => (line: number) =>
  `${isLab ? '' : erdHref(schema)}#${lineAnchor(line, anchorPrefix(labFigure(schema)))}`

/** What travels to the browser beside the printed figure. */
export function explorerProps(document: ErdDocument, data: ExplorerData, figure: string, isLab: boolean) {
  const [drawing] = document.drawings
  const edges = drawing ? [...drawing.edges, ...drawing.hubEdges] : []
  const edgeKeys = Object.fromEntries(edges.map((it) => [it.id, it.key]))
  return { figure, data, edgeKeys, findings: shownFindings(document, figure, isLab) }
}

function shownFindings({ name, model, findings }: ErdDocument, figure: string, isLab: boolean): ShownFinding[] {
  const anchors = anchorsFor(model, anchorPrefix(figure))
  const hrefOfLine = lineHref(name, isLab)
  return findings.map(({ id, severity, table, column, explanation, line }) => ({
    id,
    severity,
    table,
    place: column === null ? table : `${table}.${column}`,
    explanation,
    columnHref: `#${column === null ? anchors.table(table) : anchors.column(table, column)}`,
    lineHref: hrefOfLine(line),
    line,
  }))
}
