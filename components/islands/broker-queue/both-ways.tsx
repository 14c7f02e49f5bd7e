import type { Measures } from '@/lib/queue/measures'
import type { Shown } from './view'
import { decimalText, percentileOf, timeText } from './amounts'
import { countText } from './format'

// The comparison that matters, to be understood before anything has been touched: the same requests, answered after the work or before it.

type Props = { inline: Measures; queued: Measures }

type Row = {
  readonly label: string
  readonly of: (run: Measures) => number | null
  readonly text: (value: number) => string
  readonly note?: (run: Measures) => string
  /** What a reader would rather have. */
  readonly wants: 'less' | 'more'
}

const samples = (count: number): string => `n ${countText(count)}`

const rows: readonly Row[] = [
  {
    label: 'Caller waits, typically',
    of: (it) => percentileOf(it.api, 50),
    text: timeText,
    wants: 'less',
    note: (it) => `p50, ${samples(it.api.samples)}`,
  },
  {
    label: 'Caller waits, worst of a hundred',
    of: (it) => percentileOf(it.api, 99),
    text: timeText,
    wants: 'less',
    note: (it) => `p99, ${samples(it.api.samples)}`,
  },
  {
    label: 'API threads busy',
    of: (it) => it.threadsMean,
    text: decimalText,
    wants: 'less',
    note: (it) => `${countText(it.peakThreads)} at most`,
  },
  { label: 'Turned away', of: (it) => it.refused, text: countText, wants: 'less', note: (it) => `of ${countText(it.requests)}` },
  {
    label: 'Work done after, typically',
    of: (it) => percentileOf(it.endToEnd, 50),
    text: timeText,
    wants: 'less',
    note: (it) => `p50, ${samples(it.endToEnd.samples)}`,
  },
  {
    label: 'Work done after, worst of a hundred',
    of: (it) => percentileOf(it.endToEnd, 99),
    text: timeText,
    wants: 'less',
    note: (it) => `p99, ${samples(it.endToEnd.samples)}`,
  },
  {
    label: 'Work done in all',
    of: (it) => it.completed,
    text: countText,
    wants: 'more',
    note: (it) => `of ${countText(it.requests)}`,
  },
  { label: 'From the last request until all is done', of: (it) => it.drainMicros, text: timeText, wants: 'less' },
]

/** Differences that nobody would notice are none. */
function verdict({ of, wants }: Row, inline: Measures, queued: Measures): 'gain' | 'price' | 'same' | '' {
  const [a, b] = [of(inline), of(queued)]
  if (a === null || b === null) return ''
  if (Math.abs(a - b) <= 0.02 * Math.max(a, b)) return 'same'
  return b < a === (wants === 'less') ? 'gain' : 'price'
}

/** The same requests both ways. */
export function BothWays({ config, outcome, otherWay }: Pick<Shown, 'config' | 'outcome' | 'otherWay'>) {
  if (otherWay === null) return <p className="bq-remark">Counting both ways.</p>
  const [mine, other] = [outcome.measures, otherWay.measures]
  return config.placement === 'inline' ? <Compared inline={mine} queued={other} /> : <Compared inline={other} queued={mine} />
}

function Compared({ inline, queued }: Props) {
  return (
    <div className="bq-both">
      <p className="bq-both-says">{summary(inline, queued)}</p>
      <Picture inline={inline} queued={queued} />
      <table className="bq-table">
        <caption className="unseen">The same requests both ways</caption>
        <thead>
          <tr>
            <th scope="col">{`Measured, ${countText(queued.requests)} requests`}</th>
            <th scope="col">Inside the request</th>
            <th scope="col">Enqueue, answer 202</th>
            <th scope="col">
              <span className="unseen">Gain or price</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const is = verdict(row, inline, queued)
            return (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                {[inline, queued].map((run, at) => {
                  const value = row.of(run)
                  const better = (at === 1) === (is === 'gain') && (is === 'gain' || is === 'price')
                  return (
                    <td key={at} className={better ? 'bq-better' : undefined}>
                      <b>{value === null ? 'too few' : row.text(value)}</b> {row.note && <small>{row.note(run)}</small>}
                    </td>
                  )
                })}
                <td className={`bq-verdict bq-${is}`}>{is}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function summary(inline: Measures, queued: Measures) {
  const [waitIn, waitOut] = [percentileOf(inline.api, 50), percentileOf(queued.api, 50)]
  const [doneIn, doneOut] = [percentileOf(inline.endToEnd, 50), percentileOf(queued.endToEnd, 50)]
  if (waitIn === null || waitOut === null || doneIn === null || doneOut === null)
    return 'Too few requests to compare; ten is the least for a median.'
  const price =
    doneOut > doneIn * 1.02
      ? `The price: the work is done ${timeText(doneOut - doneIn)} later.`
      : 'The work is done no later than before.'
  const refused = inline.refused - queued.refused
  return (
    <>
      <mark>{`The caller waits ${timeText(waitOut)} instead of ${timeText(waitIn)}`}</mark>
      {refused > 0 ? ` and ${countText(refused)} fewer are turned away. ` : '. '}
      {price}
    </>
  )
}

const WIDTH = 640

/** Beyond this many medians the axis ends: a tail may be a hundred times as long, and the rest would not be seen. */
const AXIS_MEDIANS = 3

/** Position is time: two lanes on one axis, from the request to the work done; thick to the median, thin towards the 99th of a hundred. */
function Picture({ inline, queued }: Props) {
  const runs = [inline, queued]
  const median = Math.max(
    1,
    ...runs.map((it) => percentileOf(it.endToEnd, 50) ?? 0),
    ...runs.map((it) => percentileOf(it.api, 50) ?? 0),
  )
  const tail = Math.max(median, ...runs.map((it) => percentileOf(it.endToEnd, 99) ?? 0))
  const axis = Math.min(tail, AXIS_MEDIANS * median)
  return (
    <div className="bq-ways">
      <Way name="Inside the request" run={inline} axis={axis} />
      <Way name="Enqueue, answer 202" run={queued} axis={axis} answersFirst />
      <p className="bq-axis">
        <span>request</span>
        <span className="bq-legend">
          <span className="bq-key bq-key-waited">the caller waits (p50)</span>
          <span className="bq-key bq-key-unwaited">nobody waits (p50)</span>
          <span className="bq-key bq-key-reach">{tail > axis ? 'to p99, cut off where it is longer' : 'to p99'}</span>
        </span>
        <span>{timeText(axis)}</span>
      </p>
    </div>
  )
}

function Way({ name, run, axis, answersFirst = false }: { name: string; run: Measures; axis: number; answersFirst?: boolean }) {
  const x = (micros: number): number => Math.round(Math.min(1, micros / axis) * (WIDTH - 2) * 10) / 10
  const [wait, done] = [percentileOf(run.api, 50) ?? 0, percentileOf(run.endToEnd, 50) ?? 0]
  const doneHigh = percentileOf(run.endToEnd, 99) ?? done
  const answered = Math.max(4, x(wait))
  const isCut = doneHigh > axis
  return (
    <>
      <p className="bq-way">
        <b>{name}</b>{' '}
        {answersFirst
          ? `answers after ${timeText(wait)}; done after ${timeText(done)}`
          : `answers when the work is done, after ${timeText(wait)}`}
      </p>
      <svg className="bq-bar" viewBox={`0 0 ${WIDTH} 20`} preserveAspectRatio="none" aria-hidden="true">
        <path className="bq-reach" d={`M${x(done)} 10H${x(doneHigh)}${isCut ? '' : `M${x(doneHigh)} 5v10`}`} />
        {answersFirst && x(done) > answered && (
          <rect className="bq-unwaited" x={answered} y="1" width={(x(done) - answered).toFixed(1)} height="18" />
        )}
        <rect className="bq-waited" x="1" y="1" width={(answered - 1).toFixed(1)} height="18" />
      </svg>
    </>
  )
}
