import { drawBars } from './bars-drawing'
import { drawingWidths, type Drawing, type FigureWidth } from './drawing'
import { drawingFaults } from './drawing-faults'
import type { FigureData } from './figure-data'
import { drawGraph } from './graph-drawing'
import { statesGraph, topologyGraph } from './graph'
import { drawLanes } from './lanes-drawing'
import { drawSequence } from './sequence-drawing'

export type FigureDrawings = {
  landscape: Drawing
  portrait: Drawing
  /** Drawings whose numbers need the list to be understood. */
  listNeeded: { landscape: boolean; portrait: boolean }
  /** What the checks found; empty for a good figure. */
  faults: readonly string[]
}

const drawn = new Map<string, Promise<FigureDrawings>>()

/** Geometry of one figure, landscape and portrait. The same data gives the same bytes; asked twice, it is drawn once. */
export function drawFigure(figure: FigureData, width: FigureWidth): Promise<FigureDrawings> {
  const key = `${width} ${JSON.stringify(figure)}`
  const known = drawn.get(key)
  if (known !== undefined) return known
  const drawing = draw(figure, width)
  drawn.set(key, drawing)
  return drawing
}

async function draw(figure: FigureData, width: FigureWidth): Promise<FigureDrawings> {
  const landscapeWidth = drawingWidths[width]
  const portraitWidth = drawingWidths.portrait
  switch (figure.kind) {
    case 'topology':
    case 'states': {
      const graph = figure.kind === 'topology' ? topologyGraph(figure) : statesGraph(figure)
      const landscape = await drawGraph(graph, landscapeWidth, false)
      const portrait = await drawGraph(graph, portraitWidth, true)
      return {
        landscape: landscape.drawing,
        portrait: portrait.drawing,
        listNeeded: { landscape: true, portrait: true },
        faults: [
          ...landscape.faults.map((fault) => `landscape: ${fault}`),
          ...portrait.faults.map((fault) => `portrait: ${fault}`),
        ],
      }
    }
    case 'sequence': {
      const landscape = drawSequence(figure, landscapeWidth, false)
      const portrait = drawSequence(figure, portraitWidth, true)
      return {
        landscape: landscape.drawing,
        portrait: portrait.drawing,
        listNeeded: { landscape: !landscape.spelledOut, portrait: !portrait.spelledOut },
        faults: faultsOf(landscape.drawing, portrait.drawing),
      }
    }
    case 'bars':
      return plain(drawBars(figure, landscapeWidth, false), drawBars(figure, portraitWidth, true))
    case 'lanes':
      return plain(drawLanes(figure, landscapeWidth, false), drawLanes(figure, portraitWidth, true))
  }
}

function faultsOf(landscape: Drawing, portrait: Drawing): string[] {
  return [
    ...drawingFaults(landscape).map((fault) => `landscape: ${fault}`),
    ...drawingFaults(portrait).map((fault) => `portrait: ${fault}`),
  ]
}

function plain(landscape: Drawing, portrait: Drawing): FigureDrawings {
  return { landscape, portrait, listNeeded: { landscape: false, portrait: false }, faults: faultsOf(landscape, portrait) }
}
