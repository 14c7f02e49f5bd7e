import type { EdgeLine, Geometry, RowBox, TableBox } from '@/lib/erd/layout/geometry'
import { CHARACTER_WIDTH, MARKS_WIDTH, PADDING, ROW_HEIGHT } from '@/lib/erd/layout/metrics'
import { badgeText, badgeWidth, textWidth } from '@/lib/erd/layout/table-outline'
import { labelBox, LIT_LAYERS, litPaths, type LitPart } from '@/lib/erd/explore/lit-paths'
import { escapeMarkup } from './escape-markup'
import { SVG_STYLE } from './svg-style'

export interface SvgChoice {
  readonly title: string
  readonly description: string
  /** A file of its own carries its style; inside a page the page's style applies. */
  readonly standalone: boolean
  /** Distinguishes the ids of several drawings on one page. */
  readonly idPrefix: string
  /** Where a press on a table leads, for a page that has a part about each. */
  readonly hrefOf?: (key: string) => string
  /** What stands out at first, for a drawing that an explorer lights: a word for each key. */
  readonly lit?: ReadonlyMap<string, string>
}

const nothing: ReadonlyMap<string, string> = new Map()

/** The drawing as markup: classes and presentation attributes only, so that a strict content policy lets it through. */
export function renderSvg(geometry: Geometry, choice: SvgChoice): string {
  const { width, height } = geometry
  const titleId = `${choice.idPrefix}-title`
  const descriptionId = `${choice.idPrefix}-desc`
  const lit = choice.lit ?? nothing
  const layers = choice.lit ? litLayers(geometry, lit) : () => ''
  const asked = lit.size > 0 ? ' data-asked=""' : ''
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="erd"${asked} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${titleId} ${descriptionId}">`,
    `<title id="${titleId}">${escapeMarkup(choice.title)}</title>`,
    `<desc id="${descriptionId}">${escapeMarkup(choice.description)}</desc>`,
    ...(choice.standalone ? [`<style>${SVG_STYLE}</style>`] : []),
    layers('ground'),
    `<g class="erd-hub-edges">${geometry.hubEdges.map(edgeMarkup).join('')}</g>`,
    layers('hubs'),
    `<g class="erd-tables">${geometry.tables.map((table) => linked(tableMarkup(table, lit), choice.hrefOf?.(table.key))).join('\n')}</g>`,
    layers('tables'),
    `<g class="erd-edges">${geometry.edges.map(edgeMarkup).join('\n')}</g>`,
    layers('edges'),
    `<g class="erd-labels">${geometry.edges.map((edge) => labelMarkup(edge, lit)).join('')}</g>`,
    layers('labels'),
    `<g class="erd-hub-labels">${geometry.hubEdges.map((edge) => labelMarkup(edge, lit)).join('')}</g>`,
    '</svg>',
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

function litLayers(geometry: Geometry, lit: ReadonlyMap<string, string>): (place: string) => string {
  const paths = litPaths(partsOf(geometry), lit)
  return (place) =>
    LIT_LAYERS.filter((layer) => layer.place === place)
      .map(({ name, className }) => `<path class="${className}" data-layer="${name}" d="${paths.get(name) ?? ''}"/>`)
      .join('')
}

function partsOf({ tables, edges, hubEdges }: Geometry): ReadonlyMap<string, LitPart> {
  const partOf = (edge: EdgeLine, isHub: boolean): LitPart => ({
    kind: 'edge',
    line: edge.path,
    marks: [edge.childMark, edge.parentMark, edge.childBracket ?? '', edge.parentBracket ?? ''].join(''),
    isDashed: !edge.identifying,
    isHub,
    label: edge.label && labelBox({ ...edge.label, isEnd: edge.label.anchor === 'end' }),
  })
  return new Map<string, LitPart>([
    ...tables.map((box): [string, LitPart] => [box.key, { kind: 'table', box }]),
    ...edges.map((edge): [string, LitPart] => [edge.key, partOf(edge, false)]),
    ...hubEdges.map((edge): [string, LitPart] => [edge.key, partOf(edge, true)]),
  ])
}

/** For the pointer only: a page that links its tables lists them for the keyboard too. */
function linked(table: string, href: string | undefined): string {
  return href === undefined ? table : `<a href="${escapeMarkup(href)}" tabindex="-1">${table}</a>`
}

function edgeMarkup(edge: EdgeLine): string {
  const kind = edge.identifying ? 'erd-identifying' : 'erd-referring'
  const brackets = [edge.childBracket, edge.parentBracket]
    .filter((path) => path !== null)
    .map((path) => `<path class="erd-bracket" d="${path}"/>`)
  return (
    `<g class="erd-edge ${kind}" data-edge="${edge.key}"><title>${escapeMarkup(edge.description)}</title>` +
    `<path class="erd-line" d="${edge.path}"/><path class="erd-mark" d="${edge.childMark}${edge.parentMark}"/>${brackets.join('')}</g>`
  )
}

/** Apart from their edges, so that edges can stand back together and the labels of lit ones need not. */
function labelMarkup({ key, label }: EdgeLine, lit: ReadonlyMap<string, string>): string {
  if (!label) return ''
  const className = lit.has(key) ? 'erd-action erd-shown' : 'erd-action'
  const anchor = label.anchor === 'end' ? ' text-anchor="end"' : ''
  return `<text class="${className}" data-of="${key}" x="${label.x}" y="${label.y}"${anchor}>${escapeMarkup(label.text)}</text>`
}

function tableMarkup(table: TableBox, lit: ReadonlyMap<string, string>): string {
  const word = lit.get(table.key)
  const { x, y, width, height, headerHeight } = table
  const middle = y + headerHeight / 2
  const subtitle =
    table.subtitle === ''
      ? ''
      : `<text class="erd-subtitle" x="${x + width - PADDING}" y="${middle}" text-anchor="end">${escapeMarkup(table.subtitle)}</text>`
  const lastRow = table.rows.at(-1)?.y ?? y + headerHeight - ROW_HEIGHT / 2
  const showsNote = table.hiddenRows > 0 && height >= headerHeight + ROW_HEIGHT
  const note = showsNote
    ? `<text class="erd-more" x="${x + MARKS_WIDTH}" y="${lastRow + ROW_HEIGHT}">${table.hiddenRows} more</text>`
    : ''
  return (
    `<g class="erd-table${word === undefined ? '' : ` erd-${word}`}" data-table="${table.key}"${word === undefined ? '' : ` data-lit="${word}"`}><title>${escapeMarkup(table.id)}</title>` +
    `<rect class="erd-box" x="${x}" y="${y}" width="${width}" height="${height}"/>` +
    `<path class="erd-rule" d="M${x} ${y + headerHeight}h${width}"/>` +
    `<text class="erd-name" x="${x + PADDING}" y="${middle}">${escapeMarkup(table.title)}</text>${subtitle}` +
    table.rows.map((row) => rowMarkup(table, row)).join('') +
    note +
    '</g>'
  )
}

function rowMarkup(table: TableBox, row: RowBox): string {
  const mark =
    row.marks.length === 0
      ? ''
      : `<text class="erd-key" x="${table.x + PADDING - 3}" y="${row.y}">${row.marks.slice(0, 2).join(' ')}</text>`
  const nameAt = table.x + MARKS_WIDTH
  const required = row.notNull ? 'erd-column erd-required' : 'erd-column'
  const badges = badgeMarkup(row, nameAt + textWidth(row.name) + CHARACTER_WIDTH)
  return (
    `${mark}<text class="${required}" x="${nameAt}" y="${row.y}">${escapeMarkup(row.name)}</text>${badges}` +
    `<text class="erd-type" x="${table.x + table.width - PADDING}" y="${row.y}" text-anchor="end">${escapeMarkup(row.type)}</text>`
  )
}

function badgeMarkup(row: RowBox, from: number): string {
  let x = Math.round(from)
  return row.hubs
    .map((hub) => {
      const width = Math.round(badgeWidth(hub)) - 6
      const markup = `<rect class="erd-badge" x="${x}" y="${row.y - 7.5}" width="${width}" height="15"/><text class="erd-badge-text" x="${x + 6}" y="${row.y}">${escapeMarkup(badgeText(hub))}</text>`
      x += width + 6
      return markup
    })
    .join('')
}
