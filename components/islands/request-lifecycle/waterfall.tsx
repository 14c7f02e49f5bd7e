import { criticalPath, selfTimes } from '@/lib/lifecycle/critical-path'
import { formatMicros, nameSpan } from '@/lib/lifecycle/describe'
import { waterfallRows, type WaterfallRow } from '@/lib/lifecycle/fold'
import { isAsync } from '@/lib/lifecycle/span'
import { stageNumber } from '@/lib/lifecycle/stages'
import type { Words } from '@/lib/lifecycle/words'
import { memo, useMemo } from 'react'
import { type Followed, isFault, type Position } from './following'

type Axis = { readonly from: number; readonly to: number }
type Props = { followed: Followed; words: Words; position: Position; budgetMicros: number; onPick: (span: number) => void }

const width = 1000
const placeOn = ({ from, to }: Axis, at: number): number => Math.round(((at - from) / Math.max(1, to - from)) * width)

const spansOf = (row: WaterfallRow) => (row.kind === 'span' ? [row.span] : row.spans)

function Bars({
  row,
  axis,
  sections,
  position,
  budget,
  isNow,
}: {
  row: WaterfallRow
  axis: Axis
  sections: readonly { readonly start: number; readonly end: number }[]
  position: Position
  budget: number
  isNow: boolean
}) {
  const { start, end } = row.kind === 'span' ? row.span : row
  const state = isNow ? 'now' : position.at < start ? 'ahead' : position.at < end ? 'open' : 'seen'
  const fault = row.kind === 'span' && isFault(row.span)
  const bar = (from: number, to: number) => ({
    x: placeOn(axis, from),
    width: Math.max(2, placeOn(axis, to) - placeOn(axis, from)),
  })
  return (
    <svg className="lc-bars" viewBox={`0 0 ${width} 24`} preserveAspectRatio="none" aria-hidden="true">
      {budget <= axis.to && budget > axis.from && (
        <line className="lc-budget" x1={placeOn(axis, budget)} x2={placeOn(axis, budget)} y1="0" y2="24" />
      )}
      <rect className={`lc-bar lc-${state}${fault ? ' lc-fault' : ''}`} {...bar(start, end)} y="6" height="12" />
      {sections.map((it) => (
        <rect
          key={it.start}
          className={fault ? 'lc-critical lc-fault' : 'lc-critical'}
          {...bar(it.start, it.end)}
          y="9"
          height="6"
        />
      ))}
      {position.at >= axis.from && position.at <= axis.to && (
        <line className="lc-playhead" x1={placeOn(axis, position.at)} x2={placeOn(axis, position.at)} y1="0" y2="24" />
      )}
    </svg>
  )
}

const Label = memo(function Label({ row, words }: { row: WaterfallRow; words: Words }) {
  if (row.kind === 'span') return <>{nameSpan(row.span, words).replace('stage ', '').replace(',', '')}</>
  return (
    <>{`${row.spans.length} under 1%: ${row.spans
      .map(({ stage }) => stageNumber(stage))
      .filter((it, at, all) => all.indexOf(it) === at)
      .join(', ')}`}</>
  )
})

function ticksOf({ from, to }: Axis): string[] {
  return [0, 0.5, 1].map((share) => formatMicros(Math.round(from + (to - from) * share)))
}

function Group({ title, rows, axis, ...rest }: Props & { title: string; rows: readonly WaterfallRow[]; axis: Axis }) {
  const { followed, words, position, budgetMicros, onPick } = rest
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
        return (
          <tr key={inside[0]!.id} className={isNow ? 'lc-row lc-now' : 'lc-row'} onClick={() => onPick(inside[0]!.id)}>
            <th scope="row" className={`lc-depth-${Math.min(4, row.depth)}`}>
              <span className={row.kind === 'span' && isFault(row.span) ? 'lc-fault-text' : undefined}>
                <Label row={row} words={words} />
              </span>
              {row.kind === 'span' && isFault(row.span) && (
                <small className="lc-fault-text"> × {words.outcomes[row.span.outcome]}</small>
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

export function Waterfall(props: Props) {
  const { trace } = props.followed
  const { spans, responseMicros, finishedMicros } = trace
  const [before, after] = useMemo(() => {
    const rows = waterfallRows(spans, responseMicros)
    const apart = (row: WaterfallRow) => isAsync(spansOf(row)[0]!, spans)
    return [rows.filter((row) => !apart(row)), rows.filter(apart)]
  }, [spans, responseMicros])
  const isNear = props.budgetMicros <= responseMicros * 2
  const request = { from: 0, to: Math.max(responseMicros, isNear ? props.budgetMicros : 0) }
  const worked = { from: Math.min(...after.flatMap(spansOf).map(({ start }) => start)), to: finishedMicros }
  return (
    <table className="lc-waterfall">
      <caption className="unseen">Spans of the request with their time; filled is on the critical path</caption>
      <colgroup>
        <col className="lc-col-name" />
        <col />
        <col className="lc-col-time" />
        <col className="lc-col-time lc-col-self" />
      </colgroup>
      <Group {...props} title="The request" rows={before} axis={request} />
      {after.length > 0 && <Group {...props} title="After the commit: nobody waits" rows={after} axis={worked} />}
    </table>
  )
}
