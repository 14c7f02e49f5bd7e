import type { Line, Point } from '@/lib/topology/drawing'
import { segmentsOf } from '@/lib/topology/segments'

const HOP = 4
const HEAD_LENGTH = 7
const HEAD_HALF = 3.4
const CROSS_HALF = 4.5

function moveTo(from: Point, to: Point): string {
  if (to.y === from.y) return `H${to.x}`
  if (to.x === from.x) return `V${to.y}`
  return `L${to.x} ${to.y}`
}

function pathData(line: Line): string {
  const start = line.points[0]
  if (start === undefined) return ''
  const parts = segmentsOf(line.points).map(({ a, b }) => {
    const forward = b.x > a.x
    const hops = line.hops.filter(
      (hop) => hop.y === a.y && a.y === b.y && hop.x > Math.min(a.x, b.x) && hop.x < Math.max(a.x, b.x),
    )
    const arcs = hops.map((hop) =>
      forward ? `H${hop.x - HOP}a${HOP} ${HOP} 0 0 1 ${2 * HOP} 0` : `H${hop.x + HOP}a${HOP} ${HOP} 0 0 0 ${-2 * HOP} 0`,
    )
    return `${arcs.join('')}${moveTo(a, b)}`
  })
  return `M${start.x} ${start.y}${parts.join('')}`
}

export function LinePath({ line }: { line: Line }) {
  return <path className={`dia-line dia-${line.kind} dia-${line.tone}`} d={pathData(line)} />
}

export function LineHighlight({ line }: { line: Line }) {
  return <path className="dia-highlight" d={pathData({ ...line, hops: [] })} />
}

export function crossPath({ x, y }: Point): string {
  const [left, right, top, bottom] = [x - CROSS_HALF, x + CROSS_HALF, y - CROSS_HALF, y + CROSS_HALF]
  return `M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`
}

/** The unit step in which a line arrives. */
function arrival(line: Line): { at: Point; dx: number; dy: number } | undefined {
  const at = line.points.at(-1)
  const before = line.points.at(-2)
  if (at === undefined || before === undefined) return undefined
  return { at, dx: Math.sign(at.x - before.x), dy: Math.sign(at.y - before.y) }
}

export function LineEnd({ line }: { line: Line }) {
  const end = arrival(line)
  if (end === undefined || line.end === 'none') return null
  const { at, dx, dy } = end
  if (line.end === 'cross') {
    return <path className="dia-cross" d={crossPath(at)} />
  }
  const back = { x: at.x - dx * HEAD_LENGTH, y: at.y - dy * HEAD_LENGTH }
  const points = [
    `${at.x} ${at.y}`,
    `${back.x - dy * HEAD_HALF} ${back.y - dx * HEAD_HALF}`,
    `${back.x + dy * HEAD_HALF} ${back.y + dx * HEAD_HALF}`,
  ]
  return <polygon className={`dia-arrow dia-${line.kind} dia-${line.tone}`} points={points.join(' ')} />
}
