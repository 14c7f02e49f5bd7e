import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Marks } from './marks'
import type { Box, Stage } from './stage'

type Shape = { readonly width: number; readonly height: number; readonly boxes: readonly Box[] }

/** The whole drawing in small, with the part that is in view. For the pointer only: the keyboard has the drawing itself. */
export function Minimap({ stage, marks }: { stage: Stage | null; marks: Marks }) {
  const [shape, setShape] = useState<Shape | null>(null)
  const view = useRef<SVGRectElement>(null)
  useEffect(() => {
    if (!stage) return undefined
    const follow = () => {
      const drawing = stage.drawing()
      setShape((before) =>
        before?.boxes === drawing.boxes() ? before : { width: drawing.width, height: drawing.height, boxes: drawing.boxes() },
      )
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = stage.element
      const zoom = stage.zoom()
      const place = {
        x: scrollLeft / zoom,
        y: scrollTop / zoom,
        width: Math.min(drawing.width, clientWidth / zoom),
        height: Math.min(drawing.height, clientHeight / zoom),
      }
      for (const [name, value] of Object.entries(place)) view.current?.setAttribute(name, String(Math.round(value)))
    }
    return stage.watch(follow)
  }, [stage, shape])
  if (!shape) return null
  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons === 0) return
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    stage?.moveTo({ x: (event.clientX - left) / width, y: (event.clientY - top) / height })
  }
  return (
    <svg
      className="erd-minimap"
      viewBox={`0 0 ${shape.width} ${shape.height}`}
      aria-hidden="true"
      onPointerDown={go}
      onPointerMove={go}
    >
      <rect className="erd-minimap-ground" width={shape.width} height={shape.height} />
      <path d={outlines(shape.boxes)} />
      <path className="erd-minimap-lit" d={outlines(shape.boxes.filter(({ key }) => marks.elements.has(key)))} />
      <rect ref={view} className="erd-minimap-view" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

/** One path, however many tables there are. */
const outlines = (boxes: readonly Box[]): string =>
  boxes.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join('')
