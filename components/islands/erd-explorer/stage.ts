import { ZOOM_RANGE, type LinkMode } from '@/lib/erd/explore/link-state'
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
  pan(x: number, y: number): void
  /** Told of every move, resize and change of drawing. */
  watch(changed: () => void): () => void
  listen(events: StageEvents): () => void
}

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
    const place = middle()
    zoom = clampZoom(wanted)
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
      if (radio) radio.checked = true
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

/** A mouse drags the drawing; a press that hardly moved, or a tap, picks the table under it. */
function dragToPan(element: HTMLElement, pick: (key: string | null) => void): () => void {
  let from: { x: number; y: number; moved: boolean } | null = null
  const down = (event: PointerEvent): void => {
    if (event.button === 0) from = { x: event.clientX, y: event.clientY, moved: false }
  }
  const move = (event: PointerEvent): void => {
    if (!from || event.pointerType !== 'mouse') return
    const [x, y] = [event.clientX - from.x, event.clientY - from.y]
    if (!from.moved && Math.abs(x) + Math.abs(y) < 5) return
    if (!from.moved) element.setPointerCapture(event.pointerId)
    from = { x: event.clientX, y: event.clientY, moved: true }
    element.scrollBy(-x, -y)
  }
  const click = (event: MouseEvent): void => {
    const wasDragged = from?.moved
    from = null
    if (wasDragged || !(event.target instanceof Element)) return
    const key = event.target.closest('[data-table]')?.getAttribute('data-table')
    if (key !== undefined && key !== null) pick(key)
  }
  const cancel = (): void => {
    from = null
  }
  const released = (event: PointerEvent): void => {
    // The click that follows a release still has to know whether it ends a drag.
    if (from && !from.moved && event.type === 'pointerup') return
    setTimeout(cancel)
  }
  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', released)
  element.addEventListener('pointercancel', cancel)
  element.addEventListener('click', click)
  return () => {
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', released)
    element.removeEventListener('pointercancel', cancel)
    element.removeEventListener('click', click)
  }
}
