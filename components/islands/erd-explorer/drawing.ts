import type { Marks } from './marks'
import type { Box } from './stage'

const svgNamespace = 'http://www.w3.org/2000/svg'

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

function createDrawing(svg: SVGSVGElement): Drawing {
  const { width, height } = svg.viewBox.baseVal
  const elements = new Map<string, Element>()
  for (const it of svg.querySelectorAll('[data-table], [data-edge]'))
    elements.set(it.getAttribute('data-table') ?? it.getAttribute('data-edge') ?? '', it)
  const boxes = [...svg.querySelectorAll('.erd-table')].map((table): Box => {
    const rect = table.querySelector('.erd-box') ?? table
    return {
      key: table.getAttribute('data-table') ?? '',
      x: numberOf(rect, 'x'),
      y: numberOf(rect, 'y'),
      width: numberOf(rect, 'width'),
      height: numberOf(rect, 'height'),
    }
  })
  const glow = document.createElementNS(svgNamespace, 'path')
  glow.setAttribute('class', 'erd-glow')
  svg.querySelector('.erd-hub-edges')?.before(glow)
  let lit = [...svg.querySelectorAll('[data-lit]')]
  return {
    width,
    height,
    boxes: () => boxes,
    scale: (zoom) => {
      svg.setAttribute('width', String(Math.round(width * zoom)))
      svg.setAttribute('height', String(Math.round(height * zoom)))
    },
    light: (marks) => {
      for (const element of lit) element.removeAttribute('data-lit')
      lit = []
      let under = ''
      for (const [key, word] of marks.elements) {
        const element = elements.get(key)
        if (!element) continue
        element.setAttribute('data-lit', word)
        lit.push(element)
        if (element.hasAttribute('data-edge')) under += element.querySelector('.erd-line')?.getAttribute('d') ?? ''
      }
      glow.setAttribute('d', under)
      svg.toggleAttribute('data-asked', lit.length > 0)
    },
  }
}
