import { ZOOM_RANGE, type LinkMode } from '@/lib/erd/explore/link-state'
import { dragToPan } from './drag-to-pan'
import { drawingIn, type Drawing } from './drawing'
import { type Marks, noMarks } from './marks'

export type Box = {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type Place = { readonly x: number; readonly y: number }

export interface StageEvents {
  readonly pick: (key: string | null) => void
  readonly mode: (mode: LinkMode) => void
  readonly zoomed: (zoom: number) => void
}

/**
 * The printed figure, moved and lit from outside React: the drawing stays the markup the page came with.
 * The reader pans with the browser's own scrolling, so wheel, touch and scroll bars work as everywhere.
 */
export interface Stage {
  readonly element: HTMLElement
  drawing(): Drawing
  setMode(mode: LinkMode): void
  setHubs(shown: boolean): void
  light(marks: Marks): void
  zoom(): number
  setZoom(zoom: number): void
  fit(): void
  middle(): Place
  moveTo(place: Place): void
  reveal(key: string): void
  /** Brings these tables into view, zooming out as far as that needs and use allows; says at what zoom. */
  gather(keys: readonly string[]): number
  pan(x: number, y: number): void
  /** Told of every move, resize and change of drawing. */
  watch(changed: () => void): () => void
  listen(events: StageEvents): () => void
}

const AIR = 40
const SMALLEST_USEFUL = 0.35

const stages = new Map<string, Stage>()

export function stageOf(figureId: string): Stage | null {
  const known = stages.get(figureId)
  if (known?.element.isConnected) return known
  const figure = document.getElementById(figureId)
  const element = figure?.querySelector<HTMLElement>('.erd-stage')
  if (!figure || !element) return null
  const stage = createStage(figure, element)
  stages.set(figureId, stage)
  return stage
}

const clampZoom = (zoom: number): number => Math.min(ZOOM_RANGE.highest, Math.max(ZOOM_RANGE.lowest, zoom))

function createStage(figure: HTMLElement, element: HTMLElement): Stage {
  let marks = noMarks
  let zoom = 1
  const drawing = (): Drawing => drawingIn(element)
  const relight = (): void => drawing().light(marks)
  const middle = (): Place => ({
    x: (element.scrollLeft + element.clientWidth / 2) / Math.max(1, element.scrollWidth),
    y: (element.scrollTop + element.clientHeight / 2) / Math.max(1, element.scrollHeight),
  })
  const moveTo = ({ x, y }: Place): void =>
    element.scrollTo(x * element.scrollWidth - element.clientWidth / 2, y * element.scrollHeight - element.clientHeight / 2)
  const setZoom = (wanted: number): void => {
    const next = clampZoom(wanted)
    // Asking for the middle makes the browser lay the page out.
    if (next === zoom) return
    const place = middle()
    zoom = next
    drawing().scale(zoom)
    moveTo(place)
  }
  return {
    element,
    drawing,
    middle,
    moveTo,
    setZoom,
    zoom: () => zoom,
    setMode: (mode) => {
      const radio = figure.querySelector<HTMLInputElement>(`.erd-modes input[value="${mode}"]`)
      if (!radio || radio.checked) return
      radio.checked = true
      drawing().scale(zoom)
      relight()
    },
    setHubs: (shown) => {
      figure.toggleAttribute('data-hubs', shown)
    },
    light: (wanted) => {
      marks = wanted
      relight()
    },
    fit: () => {
      const { width, height } = drawing()
      setZoom(Math.min(element.clientWidth / width, element.clientHeight / height))
    },
    reveal: (key) => {
      const box = drawing()
        .boxes()
        .find((it) => it.key === key)
      if (!box) return
      const { width, height } = drawing()
      moveTo({ x: (box.x + box.width / 2) / width, y: (box.y + Math.min(box.height, element.clientHeight / zoom) / 2) / height })
    },
    gather: (keys) => {
      const around = boundsOf(
        drawing()
          .boxes()
          .filter((it) => keys.includes(it.key)),
      )
      if (!around) return zoom
      const { width, height } = drawing()
      const fits = Math.min(element.clientWidth / (around.width + 2 * AIR), element.clientHeight / (around.height + 2 * AIR))
      setZoom(Math.min(zoom, Math.max(fits, SMALLEST_USEFUL)))
      moveTo({ x: (around.x + around.width / 2) / width, y: (around.y + around.height / 2) / height })
      return zoom
    },
    pan: (x, y) => element.scrollBy(x, y),
    watch: (changed) => {
      const resized = new ResizeObserver(() => {
        drawing().scale(zoom)
        relight()
        changed()
      })
      resized.observe(element)
      element.addEventListener('scroll', changed, { passive: true })
      figure.addEventListener('change', changed)
      return () => {
        resized.disconnect()
        element.removeEventListener('scroll', changed)
        figure.removeEventListener('change', changed)
      }
    },
    listen: (events) => {
      const chosen = ({ target }: Event): void => {
        if (!(target instanceof HTMLInputElement) || !target.matches('.erd-modes input')) return
        drawing().scale(zoom)
        relight()
        events.mode(target.value as LinkMode)
      }
      const wheeled = (event: WheelEvent): void => {
        if (!event.ctrlKey && !event.metaKey) return
        event.preventDefault()
        setZoom(zoom * (event.deltaY < 0 ? 1.1 : 1 / 1.1))
        events.zoomed(zoom)
      }
      const stopDragging = dragToPan(element, events.pick)
      figure.addEventListener('change', chosen)
      element.addEventListener('wheel', wheeled, { passive: false })
      return () => {
        stopDragging()
        figure.removeEventListener('change', chosen)
        element.removeEventListener('wheel', wheeled)
      }
    },
  }
}

function boundsOf(boxes: readonly Box[]): Omit<Box, 'key'> | null {
  if (boxes.length === 0) return null
  const [x, y] = [Math.min(...boxes.map((it) => it.x)), Math.min(...boxes.map((it) => it.y))]
  const [right, bottom] = [Math.max(...boxes.map((it) => it.x + it.width)), Math.max(...boxes.map((it) => it.y + it.height))]
  return { x, y, width: right - x, height: bottom - y }
}
