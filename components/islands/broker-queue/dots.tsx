import { memo, useEffect, useLayoutEffect, useRef } from 'react'
import type { Frame } from '@/lib/queue/frame'
import type { Layout } from './layout'
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
    made.aim(() => placeDots(latest.current.frame, latest.current.layout))
    return () => made.stop()
  }, [])
  return (
    <g ref={group}>
      <FirstDots frame={frame} layout={layout} />
    </g>
  )
}

/** Drawn once: what follows is the painter's. */
const FirstDots = memo(StillDots, () => true)
