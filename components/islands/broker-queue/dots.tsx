import { memo, useEffect, useLayoutEffect, useRef } from 'react'
import type { Frame } from '@/lib/queue/frame'
import type { Layout } from './drawing'
import { createPainter, type Painter } from './painter'
import { placeDots } from './places'
import { StillDots } from './still-dots'

type Props = { frame: Frame; layout: Layout }

/** The messages of a frame. React draws the first of them; once the figure is alive a painter moves them, or nothing would be smooth. */
export function Dots({ frame, layout }: Props) {
  const group = useRef<SVGGElement>(null)
  const painter = useRef<Painter | null>(null)
  const latest = useRef({ frame, layout })
  useLayoutEffect(() => {
    latest.current = { frame, layout }
    painter.current?.aim(() => placeDots(frame, layout))
  }, [frame, layout])
  useEffect(() => {
    if (!group.current) return
    const made = createPainter(group.current)
    painter.current = made
    // A drawing that comes to be seen shows the latest moment, though nothing has happened since.
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((it) => it.isIntersecting)) made.aim(() => placeDots(latest.current.frame, latest.current.layout))
    })
    watcher.observe(group.current.ownerSVGElement ?? group.current)
    return () => {
      watcher.disconnect()
      made.stop()
    }
  }, [])
  return (
    <g ref={group}>
      <FirstDots frame={frame} layout={layout} />
    </g>
  )
}

/** Drawn once: what follows is the painter's. */
const FirstDots = memo(StillDots, () => true)
