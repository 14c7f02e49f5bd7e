import type { ReactNode } from 'react'
import { drawingWidths, type FigureWidth } from '@/lib/topology/drawing'
import { drawnFigure } from '@/lib/content/drawings'
import type { FigureDrawings } from '@/lib/topology/draw-figure'
import type { FigureData } from '@/lib/topology/figure-data'
import { figureText } from '@/lib/topology/figure-text'
import { DrawingPair } from './drawing-pair'
import { FigureCaption } from './figure-caption'
import { FigureList } from './figure-list'
import { FigureTableDetails } from './figure-table-details'

export type FigureProps = {
  /** Unique on the page, for instance the document's slug and the figure's id. */
  id: string
  number: number | string
  figure: FigureData
  width?: FigureWidth
  /** Below the drawing, or nowhere because the page puts `FigureCaption` into its rail. */
  caption?: 'below' | 'elsewhere'
  /** Beside the drawing, or only for those who can't see it, where the page has no room for it. */
  list?: 'shown' | 'unseen'
  /** Where `source: claim:…` of a bars figure leads. */
  source?: ReactNode
}

/** Lays the figure out at build and prints it. The layout is asynchronous, so this is a server component. */
export async function Figure(props: FigureProps) {
  const drawings = await drawnFigure(props.id, props.figure, props.width ?? 'prose')
  return <DrawnFigure {...props} drawings={drawings} />
}

export function DrawnFigure({
  id,
  number,
  figure,
  width = 'prose',
  caption = 'below',
  list = 'shown',
  source,
  drawings,
}: FigureProps & { drawings: FigureDrawings }) {
  const text = figureText(figure)
  const title = `Figure ${number}. ${figure.caption}`
  const beside = width === 'wide' && drawings.landscape.width < drawingWidths.wide * 0.66 ? ' figure-beside' : ''
  return (
    <figure className={`figure figure-${width} figure-${figure.kind}${beside}`} id={`figure-${id}`}>
      <div className="figure-body">
        <DrawingPair
          id={id}
          landscape={drawings.landscape}
          portrait={drawings.portrait}
          width={width}
          title={title}
          description={text.description}
        />
        {text.numbered.length > 0 && (
          <FigureList
            lines={text.numbered}
            shown={list === 'shown' ? drawings.listNeeded : { landscape: false, portrait: false }}
          />
        )}
      </div>
      {text.table !== undefined && <FigureTableDetails table={text.table} caption={figure.caption} />}
      {caption === 'below' && (
        <FigureCaption number={number} caption={figure.caption}>
          {figure.kind === 'bars' ? <span className="figure-source">Source: {source ?? figure.source}</span> : null}
        </FigureCaption>
      )}
    </figure>
  )
}
