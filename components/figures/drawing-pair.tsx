import type { Drawing, FigureWidth } from '@/lib/topology/drawing'
import { DrawingSvg } from './drawing-svg'

export type DrawingPairProps = {
  id: string
  landscape: Drawing
  portrait: Drawing
  width: FigureWidth
  title: string
  description: string
}

/**
 * Both drawings stand in the page and the style sheet shows the one that can be read at the container's width.
 * Below the least readable width the portrait one scrolls, and only there it is a stop of the keyboard.
 */
export function DrawingPair({ id, landscape, portrait, width, title, description }: DrawingPairProps) {
  return (
    <div className="figure-drawings">
      <div className={`figure-landscape figure-landscape-${width}`}>
        <DrawingSvg
          drawing={landscape}
          id={`${id}-landscape`}
          title={title}
          description={description}
          className="dia-landscape"
        />
      </div>
      <div className="figure-portrait" tabIndex={0} role="group" aria-label={`${title.split('. ', 1)[0] ?? title}, drawing`}>
        <DrawingSvg drawing={portrait} id={`${id}-portrait`} title={title} description={description} className="dia-portrait" />
      </div>
    </div>
  )
}
