import { memo, useMemo, useState } from 'react'
import { criticalPath, selfTimes } from '@/lib/lifecycle/critical-path'
import { formatMicros } from '@/lib/lifecycle/describe'
import { waterfallRows, type WaterfallRow } from '@/lib/lifecycle/fold'
import { isAsync } from '@/lib/lifecycle/span'
import { stageNumber } from '@/lib/lifecycle/stages'
import type { Words } from '@/lib/lifecycle/words'
import { type Followed, isFault, type Position } from './following'
import { shortName } from './short-name'

type Axis = { readonly from: number; readonly to: number }
type Props = {
  followed: Followed
  words: Words
  position: Position
  budgetMicros: number
  alive: boolean
  onPick: (span: number) => void
}

const width = 1000
const placeOn = ({ from, to }: Axis, at: number): number => Math.round(((at - from) / Math.max(1, to - from)) * width)

const spansOf = (row: WaterfallRow) => (row.kind === 'span' ? [row.span] : row.spans)

type BarsProps = {
  row: WaterfallRow
  axis: Axis
  sections: readonly { readonly start: number; readonly end: number }[]
  position: Position
  budget: number
  isNow: boolean
}

function Bars({ row, axis, sections, position, budget, isNow }: BarsProps) {
  const { start, end } = row.kind === 'span' ? row.span : row
  const state = isNow ? 'now' : position.at < start ? 'ahead' : position.at < end ? 'open' : 'seen'
  const fault = row.kind === 'span' && isFault(row.span) ? ' lc-fault' : ''
  const bar = (from: number, to: number) => ({
    x: placeOn(axis, from),
    width: Math.max(2, placeOn(axis, to) - placeOn(axis, from)),
  })
  return (
    <svg className="lc-bars" viewBox={`0 0 ${width} 24`} preserveAspectRatio="none" aria-hidden="true">
      <Upright className="lc-budget" axis={axis} at={budget} />
      <rect className={`lc-bar lc-${state}${fault}`} {...bar(start, end)} y="6" height="12" />
      {sections.map((it) => (
        <rect key={it.start} className={`lc-critical${fault}`} {...bar(it.start, it.end)} y="9" height="6" />
      ))}
      <Upright className="lc-playhead" axis={axis} at={position.at} />
    </svg>
  )
}

function Upright({ className, axis, at }: { className: string; axis: Axis; at: number }) {
  if (at < axis.from || at > axis.to) return null
  return <line className={className} x1={placeOn(axis, at)} x2={placeOn(axis, at)} y1="0" y2="24" />
}

const Label = memo(function Label({ row, words }: { row: WaterfallRow; words: Words }) {
  if (row.kind === 'span') return shortName(row.span, words)
  const stages = new Set(row.spans.map(({ stage }) => stageNumber(stage)))
  return `${row.spans.length} under 1%: ${[...stages].join(', ')}`
})

function ticksOf({ from, to }: Axis): string[] {
  return [0, 0.5, 1].map((share) => formatMicros(Math.round(from + (to - from) * share)))
}

type GroupProps = Omit<Props, 'alive'> & { title: string; rows: readonly WaterfallRow[]; axis: Axis }

function Group({ title, rows, axis, followed, words, position, budgetMicros, onPick }: GroupProps) {
  const { spans } = followed.trace
  const [own, critical] = useMemo(() => [selfTimes(spans), criticalPath(spans)], [spans])
  return (
    <tbody>
      <tr className="lc-axis">
        <th scope="colgroup">{title}</th>
        <td>
          <span className="lc-ticks">
            {ticksOf(axis).map((it, at) => (
              <span key={at}>{it}</span>
            ))}
          </span>
        </td>
        <td>took</td>
        <td>self</td>
      </tr>
      {rows.map((row) => {
        const inside = spansOf(row)
        const ids = new Set(inside.map(({ id }) => id))
        const { start, end } = row.kind === 'span' ? row.span : row
        const isNow = position.step >= 0 && ids.has(followed.steps[position.step]!.span.id)
        const fault = row.kind === 'span' && isFault(row.span)
        return (
          <tr key={inside[0]!.id} className={isNow ? 'lc-row lc-now' : 'lc-row'} onClick={() => onPick(inside[0]!.id)}>
            <th scope="row" className={`lc-depth-${Math.min(4, row.depth)}`}>
              <span className={fault ? 'lc-fault-text' : undefined}>
                <Label row={row} words={words} />
              </span>
              {fault && (
                <small className="lc-fault-text">
                  {/* Whatever a failure is inside of ends with an error; the words are for the one it began in. */}
                  {' × '}
                  <span className={row.span.outcome === 'error' ? 'unseen' : undefined}>{words.outcomes[row.span.outcome]}</span>
                </small>
              )}
            </th>
            <td>
              <Bars
                row={row}
                axis={axis}
                sections={critical.filter((it) => ids.has(it.span))}
                position={position}
                budget={budgetMicros}
                isNow={isNow}
              />
            </td>
            <td>{formatMicros(end - start)}</td>
            <td>{formatMicros(inside.reduce((sum, { id }) => sum + (own[id] ?? 0), 0))}</td>
          </tr>
        )
      })}
    </tbody>
  )
}

/** The budget is drawn as a bracket that closes where it ends; one that ends beyond the axis stays open. */
function Budget({ axis, budget, response }: { axis: Axis; budget: number; response: number }) {
  const over = response > budget
  const end = placeOn(axis, Math.min(budget, axis.to))
  return (
    <tbody>
      <tr className="lc-budget-row">
        <th scope="row">Budget {formatMicros(budget)}, assumed</th>
        <td>
          <svg className="lc-bars" viewBox={`0 0 ${width} 24`} preserveAspectRatio="none" aria-hidden="true">
            <path
              className="lc-budget"
              d={`M0 12 H${end}${budget > axis.to ? '' : ` M${end - 20} 4 H${end} V20 H${end - 20}`}`}
            />
            {over && <line className="lc-over" x1={end} x2={placeOn(axis, response)} y1="12" y2="12" />}
          </svg>
        </td>
        <td colSpan={2}>
          <span className={over ? 'lc-fault-text' : undefined}>
            {over ? `× ${formatMicros(response - budget)} over` : `${formatMicros(budget - response)} left`}
          </span>
        </td>
      </tr>
    </tbody>
  )
}

export function Waterfall(props: Props) {
  const [unfolded, setUnfolded] = useState(false)
  const { alive, ...shared } = props
  const { followed, budgetMicros } = shared
  const { spans, responseMicros, finishedMicros } = followed.trace
  const { before, after, folded } = useMemo(() => {
    const rows = waterfallRows(spans, responseMicros, !unfolded)
    const apart = (row: WaterfallRow) => isAsync(spansOf(row)[0]!, spans)
    return {
      before: rows.filter((row) => !apart(row)),
      after: rows.filter(apart),
      folded: waterfallRows(spans, responseMicros).some(({ kind }) => kind === 'fold'),
    }
  }, [spans, responseMicros, unfolded])
  // A budget far away would squeeze the request into a corner of its own axis.
  const request = { from: 0, to: budgetMicros > responseMicros * 3 ? responseMicros : Math.max(responseMicros, budgetMicros) }
  const worked = { from: Math.min(...after.flatMap(spansOf).map(({ start }) => start)), to: finishedMicros }
  return (
    <>
      <table className="lc-waterfall">
        <caption className="unseen">Spans of the request with their time; filled is on the critical path</caption>
        <colgroup>
          <col className="lc-col-name" />
          <col />
          <col className="lc-col-time" />
          <col className="lc-col-time lc-col-self" />
        </colgroup>
        <Group {...shared} title="The request" rows={before} axis={request} />
        <Budget axis={request} budget={budgetMicros} response={responseMicros} />
        {after.length > 0 && <Group {...shared} title="After the commit: nobody waits" rows={after} axis={worked} />}
      </table>
      <div className="lc-legend">
        <span className="lc-key lc-critical">critical path</span> <span className="lc-key lc-open">the rest of a span</span>{' '}
        <span className="lc-key lc-fault">failed</span>
        {after.length > 0 && <span className="lc-key lc-async">after the commit, on its own axis</span>}
        {folded && (
          <label className="lc-check">
            <input type="checkbox" checked={unfolded} disabled={!alive} onChange={({ target }) => setUnfolded(target.checked)} />
            Unfold what takes under 1%
          </label>
        )}
        <p>Took: measured in this simulated run, n 1. Self: derived, what a span took less what its children cover.</p>
      </div>
    </>
  )
}
