import type { FigureWidth } from '@/lib/topology/drawing'
import { drawFigure, type FigureDrawings } from '@/lib/topology/draw-figure'
import type { FigureData } from '@/lib/topology/figure-data'
import { keep } from './keep'

/** A figure's geometry, laid out once for each content; a drawing with faults is not printed but refused. */
export async function drawnFigure(id: string, figure: FigureData, width: FigureWidth): Promise<FigureDrawings> {
  const drawings = await keep('topology', `${width} ${JSON.stringify(figure)}`, () => drawFigure(figure, width))
  const [fault] = drawings.faults
  if (fault) throw new Error(`The figure "${id}" cannot be drawn well: ${fault}. Shorten a label or take an edge out.`)
  return drawings
}
