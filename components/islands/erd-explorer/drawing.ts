import { labelBox, LIT_LAYERS, type LitEdge, type LitPart, litPaths, type LitTable } from '@/lib/erd/explore/lit-paths'
import type { Marks } from './marks'
import type { Box } from './stage'

/** One printed SVG: found once, then only attributes of it change. */
export interface Drawing {
  readonly width: number
  readonly height: number
  boxes(): readonly Box[]
  scale(zoom: number): void
  light(marks: Marks): void
}

const drawings = new WeakMap<SVGSVGElement, Drawing>()
const empty: Drawing = { width: 1, height: 1, boxes: () => [], scale: () => undefined, light: () => undefined }

/** The drawing that the style sheet shows at this width and in this mode. */
export function drawingIn(stage: HTMLElement): Drawing {
  const svg = [...stage.querySelectorAll<SVGSVGElement>('svg.erd')].find((it) => it.getClientRects().length > 0)
  if (!svg) return empty
  const known = drawings.get(svg) ?? createDrawing(svg)
  drawings.set(svg, known)
  return known
}

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name))
const keyOf = (element: Element, name: string): string => element.getAttribute(name) ?? ''

function createDrawing(svg: SVGSVGElement): Drawing {
  const { width, height } = svg.viewBox.baseVal
  const tables = elementsByKey(svg, 'data-table')
  const hubLabels = elementsByKey(svg, 'data-of', '.erd-hub-labels ')
  const parts = partsOf(svg, tables)
  const boxes = [...parts].flatMap(([key, part]) => (part.kind === 'table' ? [{ key, ...part.box }] : []))
  const layers = LIT_LAYERS.map(({ name }) => ({ name, path: svg.querySelector(`[data-layer="${name}"]`) }))
  // What is printed lit; an edge has nothing to take back but its label.
  let lit: ReadonlyMap<string, string> = new Map([
    ...[...hubLabels].filter(([, it]) => it.matches('.erd-shown')).map(([key]): [string, string] => [key, 'near']),
    ...[...tables]
      .filter(([, it]) => it.hasAttribute('data-lit'))
      .map(([key, it]): [string, string] => [key, keyOf(it, 'data-lit')]),
  ])
  let size = ''
  return {
    width,
    height,
    boxes: () => boxes,
    scale: (zoom) => {
      const wanted = [Math.round(width * zoom), Math.round(height * zoom)].map(String)
      if (wanted.join() === size) return
      size = wanted.join()
      svg.setAttribute('width', wanted[0] ?? '')
      svg.setAttribute('height', wanted[1] ?? '')
    },
    light: (marks) => {
      if (marks.elements === lit) return
      for (const [key, word] of lit) if (marks.elements.get(key) !== word) mark(key, word, false)
      for (const [key, word] of marks.elements) if (lit.get(key) !== word) mark(key, word, true)
      lit = marks.elements
      const paths = litPaths(parts, lit)
      for (const { name, path } of layers) path?.setAttribute('d', paths.get(name) ?? '')
      svg.toggleAttribute('data-asked', lit.size > 0)
    },
  }

  /** `data-lit` says it to whoever asks and has no style: only a few elements have classes that do. */
  function mark(key: string, word: string, isLit: boolean): void {
    const table = tables.get(key)
    if (isLit) table?.setAttribute('data-lit', word)
    else table?.removeAttribute('data-lit')
    if (word !== 'near') table?.classList.toggle(`erd-${word}`, isLit)
    hubLabels.get(key)?.classList.toggle('erd-shown', isLit)
  }
}

const elementsByKey = (svg: SVGSVGElement, name: string, inside = ''): Map<string, Element> =>
  new Map([...svg.querySelectorAll(`${inside}[${name}]`)].map((it) => [keyOf(it, name), it]))

/** The drawing's own numbers and paths: they are printed, so they need not travel a second time. */
function partsOf(svg: SVGSVGElement, tables: ReadonlyMap<string, Element>): ReadonlyMap<string, LitPart> {
  const labels = elementsByKey(svg, 'data-of')
  const edges = elementsByKey(svg, 'data-edge')
  return new Map<string, LitPart>([
    ...[...tables].map(([key, it]): [string, LitPart] => [key, tableOf(it)]),
    ...[...edges].map(([key, it]): [string, LitPart] => [key, edgeOf(it, labels.get(key))]),
  ])
}

function tableOf(element: Element): LitTable {
  const rect = element.querySelector('.erd-box') ?? element
  const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) => numberOf(rect, name))
  return { kind: 'table', box: { x, y, width, height } }
}

function edgeOf(element: Element, label: Element | undefined): LitEdge {
  const pathOf = (selector: string): string => [...element.querySelectorAll(selector)].map((it) => keyOf(it, 'd')).join('')
  return {
    kind: 'edge',
    line: pathOf('.erd-line'),
    marks: pathOf('.erd-mark, .erd-bracket'),
    isDashed: element.matches('.erd-referring'),
    isHub: element.matches('.erd-hub-edges > *'),
    label: label
      ? labelBox({
          x: numberOf(label, 'x'),
          y: numberOf(label, 'y'),
          text: label.textContent,
          isEnd: label.hasAttribute('text-anchor'),
        })
      : null,
  }
}
