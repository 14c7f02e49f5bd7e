import type { Box } from '@/lib/topology/drawing'
import { CELL_WIDTH, STORE_INSET } from '@/lib/topology/node-metrics'

const CUT = 8
const CORNER = 9

function outline(box: Box): string {
  const { x, y, width, height, shape } = box
  const right = x + width
  const bottom = y + height
  switch (shape) {
    case 'store':
      return `M${right} ${y}H${x}V${bottom}H${right}M${x + STORE_INSET} ${y}V${bottom}`
    case 'worker':
      return `M${x} ${y}H${right - CUT}L${right} ${y + CUT}V${bottom}H${x}Z`
    case 'actor':
      return (
        `M${x} ${y + CORNER}V${y}H${x + CORNER}M${right - CORNER} ${y}H${right}V${y + CORNER}` +
        `M${right} ${bottom - CORNER}V${bottom}H${right - CORNER}M${x + CORNER} ${bottom}H${x}V${bottom - CORNER}`
      )
    case 'final':
      return `M${x} ${y}H${right}V${bottom}H${x}ZM${x + 3} ${y + 3}H${right - 3}V${bottom - 3}H${x + 3}Z`
    default:
      return box.open === true ? `M${right} ${y}H${x}V${bottom}H${right}` : `M${x} ${y}H${right}V${bottom}H${x}Z`
  }
}

function QueueCells({ box }: { box: Box }) {
  const cells = box.cells ?? 0
  const right = box.x + box.width
  const edges = Array.from({ length: cells }, (_, index) => right - (index + 1) * CELL_WIDTH)
  const waiting = edges.slice(0, Math.ceil(cells * 0.6))
  return (
    <>
      <path className="dia-node" d={edges.map((x) => `M${x} ${box.y}v${box.height}`).join('')} />
      <path className="dia-ink" d={waiting.map((x) => `M${x + 2} ${box.y + 3}h6v${box.height - 6}h-6z`).join('')} />
    </>
  )
}

/** A head and shoulders, drawn with the pen of the diagram. */
function Person({ box }: { box: Box }) {
  const x = box.x + 16
  const y = box.y + box.height / 2
  return (
    <path
      className="dia-node"
      d={`M${x - 3} ${y - 4}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M${x - 6} ${y + 8}v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2`}
    />
  )
}

export function BoxShape({ box }: { box: Box }) {
  const { x, y, width, height, shape, tone } = box
  if (shape === 'start') return <circle className="dia-ink" cx={x + width / 2} cy={y + height / 2} r={width / 2} />
  if (shape === 'boundary') return <rect className="dia-boundary" x={x} y={y} width={width} height={height} />
  return (
    <>
      <rect className={`dia-fill dia-${shape} dia-${tone}`} x={x} y={y} width={width} height={height} />
      <path className={`dia-node dia-${shape} dia-${tone}`} d={outline(box)} />
      {shape === 'queue' && <QueueCells box={box} />}
      {shape === 'actor' && <Person box={box} />}
    </>
  )
}
