import { memo } from 'react'
import { formatMicros } from '@/lib/lifecycle/describe'
import type { LifecycleFigure } from '@/lib/content/lifecycle'
import { durationOf, type Span } from '@/lib/lifecycle/span'
import { type StageId, stageNumber } from '@/lib/lifecycle/stages'
import { type Arrow, passagesOf, type Place, type TopologyNode } from '@/lib/lifecycle/topology'
import type { StageKind } from '@/lib/lifecycle/words'
import { type Followed, isFault, momentOf, type Position } from './following'
import type { Message } from './message'
import { cornersOf } from './corners'
import { pointAlong } from './point-along'

export type Shape = 'landscape' | 'portrait'
export type Props = { figure: LifecycleFigure; followed: Followed; position: Position }
type Drawn = Omit<Props, 'position'> & { shape: Shape; step: number; arrows: readonly Arrow[]; onPick: (stage: StageId) => void }

/** External: dashed. Store: double left, open right. Worker: cut corner. The queue's cells are drawn inside it. */
function outlineOf({ x, y, width, height }: Place, kind: StageKind, stage: StageId): string {
  const [right, bottom] = [x + width, y + height]
  if (kind === 'data') return `M${right} ${y} H${x} V${bottom} H${right} M${x + 5} ${y} V${bottom}`
  if (stage === 'worker') return `M${x} ${y} H${right - 12} L${right} ${y + 12} V${bottom} H${x} Z`
  const cells =
    stage === 'outbox' ? ` M${right - 6} ${y} V${bottom} M${right - 12} ${y} V${bottom} M${right - 18} ${y} V${bottom}` : ''
  return `M${x} ${y} H${right} V${bottom} H${x} Z${cells}`
}

function linesOf(name: string, shape: Shape): string[] {
  if (shape === 'landscape' || name.length <= 12) return [name]
  const words = name.split(' ')
  const first = words.slice(0, Math.ceil(words.length / 2)).join(' ')
  return words.length === 1 ? [name] : [first, words.slice(Math.ceil(words.length / 2)).join(' ')]
}

/** The time in which a stage was at work, its own wires included; what runs inside another of its spans is not counted twice. */
function timeOf(stage: StageId, spans: readonly Span[]): string | null {
  const visits = spans.filter((it) => it.stage === stage)
  if (visits.length === 0) return null
  const outer = visits.filter(({ parent }) => parent === null || spans[parent]?.stage !== stage)
  return formatMicros(outer.reduce((sum, it) => sum + durationOf(it), 0))
}

function Node({ node, shape, figure, followed, step, now, onPick }: Drawn & { node: TopologyNode; now: boolean }) {
  const { stage } = node
  const { trace, steps } = followed
  const place = node[shape]
  const { name, kind } = figure.words.stages[stage]
  const seen = steps.slice(0, step + 1).filter((it) => it.span.stage === stage)
  const fault = seen.find((it) => it.phase !== 'enter' && isFault(it.span))
  const mode = trace.toggles[stage] ?? 'ok'
  const time = timeOf(stage, trace.spans)
  const state = now ? 'now' : seen.length > 0 ? 'seen' : time === null ? 'unused' : 'ahead'
  const classes = ['lc-node', `lc-${state}`, fault ? 'lc-fault' : '', kind === 'client' ? 'lc-external' : '']
    .filter(Boolean)
    .join(' ')
  const lines = linesOf(name, shape)
  const left = place.x + (kind === 'data' ? 12 : 9)
  const top = place.y + (shape === 'landscape' ? 24 : lines.length > 1 ? 16 : 21)
  return (
    <g className={classes} onClick={time === null ? undefined : () => onPick(stage)}>
      <rect className="lc-fill" x={place.x} y={place.y} width={place.width} height={place.height} />
      <path className="lc-outline" d={outlineOf(place, kind, stage)} />
      {lines.map((line, at) => (
        <text key={line} className="lc-name" x={left} y={top + at * 13}>
          {at === 0 && shape === 'landscape' ? `${stageNumber(stage)} ${line}` : line}
        </text>
      ))}
      <text className="lc-note" x={left} y={place.y + place.height - (shape === 'landscape' ? 14 : 8)}>
        {shape === 'portrait' && <tspan className="lc-name">{stageNumber(stage)} </tspan>}
        {`${time ?? 'not reached'}${mode === 'ok' ? '' : mode === 'slow' ? ', slow' : ', fails'}`}
      </text>
      {(mode !== 'ok' || fault) && (
        <path className="lc-cross" d={`M${place.x + place.width - 5} ${place.y - 5} l10 10 m0 -10 l-10 10`} />
      )}
    </g>
  )
}

type Walk = { readonly used: ReadonlySet<string>; readonly walked: ReadonlySet<string>; readonly now: ReadonlySet<string> }

function walkOf({ steps }: Followed, step: number, edges: LifecycleFigure['topology']['edges']): Walk {
  const names = steps.map((it) => passagesOf(it, edges).map(({ edge }) => edge))
  return { used: new Set(names.flat()), walked: new Set(names.slice(0, step + 1).flat()), now: new Set(names[step]) }
}

type DrawingProps = Drawn & { stage: StageId | null; asyncStage: StageId | null }

const Drawing = memo(function Drawing({ stage, asyncStage, ...drawn }: DrawingProps) {
  const { figure, followed, step, shape, arrows } = drawn
  const { nodes, edges } = figure.topology
  const { used, walked, now } = walkOf(followed, step, edges)
  const onWay = (id: string) => (walked.has(id) ? 'lc-walked' : used.has(id) ? 'lc-used' : 'lc-idle')
  return (
    <>
      {edges.map(
        (edge) =>
          walked.has(edge.id) && (
            <path key={edge.id} className={`lc-mark${now.has(edge.id) ? ' lc-mark-now' : ''}`} d={edge[shape]} />
          ),
      )}
      {edges.map((edge) => {
        const corners = cornersOf(edge[shape])
        const [before, tip] = [corners.at(-2)!, corners.at(-1)!]
        const [dx, dy] = [Math.sign(tip.x - before.x), Math.sign(tip.y - before.y)]
        const [x, y] = [tip.x - dx * 7, tip.y - dy * 7]
        return (
          <g key={edge.id} className={`lc-edge ${onWay(edge.id)}${edge.isAsync ? ' lc-async' : ''}`}>
            <path d={edge[shape]} />
            <path
              className="lc-head"
              d={`M${tip.x} ${tip.y} L${x - dy * 3.5} ${y - dx * 3.5} L${x + dy * 3.5} ${y + dx * 3.5} Z`}
            />
          </g>
        )
      })}
      {nodes.map((node) => (
        <Node key={node.stage} {...drawn} node={node} now={node.stage === stage || node.stage === asyncStage} />
      ))}
      {arrows.map(({ edge, step: first }, at) => {
        const corners = cornersOf(edges.find(({ id }) => id === edge)![shape])
        const { x, y } = pointAlong(corners, shape === 'landscape' ? 0.45 : 0.36)
        return (
          <g key={edge} className={`lc-number${first <= step ? ' lc-walked' : ''}`}>
            <circle cx={x} cy={y} r={shape === 'landscape' ? 9 : 8} />
            <text x={x} y={y + 4}>
              {at + 1}
            </text>
          </g>
        )
      })}
    </>
  )
})

type ViewProps = Props & Pick<Drawn, 'arrows' | 'onPick'> & { Travelling: typeof Message | undefined }

/** The message on the wires comes with the engine: nothing is under way before the first touch. */
export function TopologyView({ Travelling, arrows, onPick, ...props }: ViewProps) {
  const { figure, followed, position } = props
  const { stage, asyncStage } = momentOf(followed, position)
  return (['landscape', 'portrait'] as const).map((shape) => {
    const [, , width, height] = figure.topology.viewBox[shape].split(' ').map(Number)
    return (
      <svg
        key={shape}
        className={`lc-drawing lc-${shape}`}
        viewBox={figure.topology.viewBox[shape]}
        width={width}
        height={height}
        aria-hidden="true"
      >
        <Drawing {...{ figure, followed, arrows, onPick, shape, stage, asyncStage }} step={position.step} />
        {Travelling && <Travelling {...props} shape={shape} />}
      </svg>
    )
  })
}
