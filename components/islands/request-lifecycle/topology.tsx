import { memo } from 'react'
import { formatMicros } from '@/lib/lifecycle/describe'
import type { LifecycleFigure } from '@/lib/content/lifecycle'
import { durationOf, type Span } from '@/lib/lifecycle/span'
import { type StageId, stageNumber } from '@/lib/lifecycle/stages'
import { passagesOf, type Place, type TopologyNode } from '@/lib/lifecycle/topology'
import type { StageKind } from '@/lib/lifecycle/words'
import { type Followed, isFault, momentOf, type Position } from './following'
import type { Message } from './message'
import { cornersOf } from './corners'

export type Shape = 'landscape' | 'portrait'
export type Props = { figure: LifecycleFigure; followed: Followed; position: Position }

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

function Node({
  node,
  shape,
  figure,
  followed,
  step,
  now,
}: Omit<Props, 'position'> & { node: TopologyNode; shape: Shape; step: number; now: boolean }) {
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
  const note = `${time ?? 'not reached'}${mode === 'ok' ? '' : mode === 'slow' ? ', slow' : ', fails'}`
  return (
    <g className={classes}>
      <rect className="lc-fill" x={place.x} y={place.y} width={place.width} height={place.height} />
      <path className="lc-outline" d={outlineOf(place, kind, stage)} />
      {lines.map((line, at) => (
        <text key={line} className="lc-name" x={left} y={top + at * 13}>
          {at === 0 ? `${stageNumber(stage)} ${line}` : line}
        </text>
      ))}
      <text className="lc-note" x={left} y={place.y + place.height - (shape === 'landscape' ? 14 : 8)}>
        {note}
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

const Drawing = memo(function Drawing({
  figure,
  followed,
  step,
  stage,
  asyncStage,
  shape,
}: Omit<Props, 'position'> & {
  step: number
  stage: StageId | null
  asyncStage: StageId | null
  shape: Shape
}) {
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
        <Node
          key={node.stage}
          node={node}
          shape={shape}
          figure={figure}
          followed={followed}
          step={step}
          now={node.stage === stage || node.stage === asyncStage}
        />
      ))}
    </>
  )
})

/** The message on the wires comes with the engine: nothing is under way before the first touch. */
export function TopologyView({ Travelling, ...props }: Props & { Travelling: typeof Message | undefined }) {
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
        <Drawing figure={figure} followed={followed} step={position.step} stage={stage} asyncStage={asyncStage} shape={shape} />
        {Travelling && <Travelling {...props} shape={shape} />}
      </svg>
    )
  })
}
