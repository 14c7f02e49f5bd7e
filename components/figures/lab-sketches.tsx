import type { ReactNode } from 'react'
import { erdDocument } from '@/lib/content/erd'
import { lifecycleFigure } from '@/lib/content/lifecycle'
import { printedScenario } from '@/lib/content/queue'

const width = 360
const height = 132

/** What an instrument shows first, in small and from the same data; the words beside it say what it is. */
const Sketch = ({ children, view = `0 0 ${width} ${height}` }: { children: ReactNode; view?: string }) => (
  <svg className="sketch" viewBox={view} width={width} height={height} aria-hidden="true" focusable="false">
    {children}
  </svg>
)

/** A cold read: each wait in its place, the database query marked. */
export function LifecycleSketch() {
  const { spans, responseMicros } = lifecycleFigure('cold-read').trace
  const shown = spans.filter(({ start, end, parent }) => parent !== null && end > start && start < responseMicros)
  const step = (height - 6) / shown.length
  const x = (micros: number) => (Math.min(micros, responseMicros) / responseMicros) * (width - 4) + 2
  return (
    <Sketch>
      <path className="sketch-line sketch-axis" d={`M1 0V${height}M${width - 1} 0V${height}`} />
      {shown.map(({ id, start, end, stage }, row) => (
        <rect
          key={id}
          className={stage === 'query' ? 'sketch-marked' : 'sketch-solid'}
          x={x(start).toFixed(1)}
          y={(3 + row * step).toFixed(1)}
          width={Math.max(x(end) - x(start), 1.5).toFixed(1)}
          height={Math.max(step - 1.5, 1.5).toFixed(1)}
        />
      ))}
    </Sketch>
  )
}

/** The tables of the shipped schema as they are laid out, and the foreign keys between them. */
export async function ErdSketch() {
  const { drawings } = await erdDocument('saas')
  const drawing = drawings.find(({ mode, orientation }) => mode === 'keys' && orientation === 'landscape')
  if (!drawing) return null
  const margin = 4
  const view = `${-margin} ${-margin} ${drawing.width + 2 * margin} ${drawing.height + 2 * margin}`
  return (
    <Sketch view={view}>
      {drawing.edges.map(({ key, path }) => (
        <path key={key} className="sketch-line sketch-fine" d={path} />
      ))}
      {drawing.tables.map(({ id, key, x, y, width: wide, height: high }) => (
        <rect
          key={key}
          className={id.endsWith('invoices') ? 'sketch-table sketch-marked' : 'sketch-table'}
          x={x}
          y={y}
          width={wide}
          height={high}
        />
      ))}
    </Sketch>
  )
}

/** A burst: what waits in the queue, from its first message to its last. */
export function QueueSketch() {
  const { ready } = printedScenario('burst').run.charts.points
  const most = Math.max(...ready, 1)
  const bars = 60
  const each = ready.length / bars
  const depths = Array.from({ length: bars }, (_, at) =>
    Math.max(...ready.slice(Math.floor(at * each), Math.ceil((at + 1) * each))),
  )
  const pitch = width / bars
  return (
    <Sketch>
      {depths.map((depth, at) => {
        const high = (depth / most) * (height - 4)
        return (
          <rect
            key={at}
            className={depth === most ? 'sketch-marked' : 'sketch-solid'}
            x={(at * pitch).toFixed(1)}
            y={(height - 1 - high).toFixed(1)}
            width={(pitch - 2).toFixed(1)}
            height={high.toFixed(1)}
          />
        )
      })}
      <path className="sketch-line" d={`M0 ${height - 0.5}H${width}`} />
    </Sketch>
  )
}
