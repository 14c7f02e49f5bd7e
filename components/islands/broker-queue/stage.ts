import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Frame } from '@/lib/queue/frame'
import { playheadPath } from './chart'
import type { Layout } from './drawing'
import { createPainter } from './painter'
import { placeDots } from './places'
import { readingsOf } from './readings'
import type { Shown } from './view'

// A moment is painted into the drawing that stands in the page, printed or drawn anew: only what differs is touched, sixty times a second.

type Stage = { show(frame: Frame): void; close(): void }

function createStage(drawing: SVGSVGElement, layout: Layout): Stage {
  const painter = createPainter(drawing.querySelector('.bq-dots')!)
  const parts = drawing.querySelectorAll<SVGElement>('[data-of]')
  let latest: Frame | null = null

  function paint(): void {
    // Of the two shapes of the drawing the style sheet hides one, and on a phone at times both.
    if (!latest || !drawing.checkVisibility()) return
    const readings = new Map(readingsOf(latest, layout).map((it) => [it[0], it]))
    for (const part of parts) {
      const [, says = '', is = ''] = readings.get(part.dataset.of!) ?? []
      if (part.dataset.is !== is) part.dataset.is = is
      const text = part.querySelector('.bq-says')
      if (text && text.textContent !== says) text.textContent = says
    }
    painter.aim(placeDots(latest, layout))
  }

  // A drawing that comes to be seen shows the latest moment, though nothing has happened since.
  const watcher = new IntersectionObserver(paint)
  watcher.observe(drawing)
  return {
    show(frame) {
      latest = frame
      paint()
    },
    close() {
      watcher.disconnect()
      painter.stop()
    },
  }
}

/** Shows the moment in every drawing and chart within `box`. */
export function useStage(box: RefObject<Element | null>, { layouts, frame, end }: Shown): void {
  const stages = useRef<readonly Stage[]>([])
  useLayoutEffect(() => {
    const drawings = box.current!.querySelectorAll<SVGSVGElement>('.bq-drawing')
    const made = [layouts.wide, layouts.tall].map((layout, at) => createStage(drawings[at]!, layout))
    stages.current = made
    return () => made.forEach((it) => it.close())
  }, [box, layouts])
  useLayoutEffect(() => {
    for (const it of stages.current) it.show(frame)
    for (const it of box.current!.querySelectorAll('.bq-playhead')) it.setAttribute('d', playheadPath(frame.at, end))
  }, [box, layouts, frame, end])
}
