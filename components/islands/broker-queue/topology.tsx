import { type ComponentType, memo } from 'react'
import type { Frame } from '@/lib/queue/frame'
import { type Box, type Edge, isCrowded, type Lane, type Layout, type Layouts, type Party } from './drawing'
import { threadGrid } from './places'
import { readingsOf } from './readings'

type DotsProps = { frame: Frame; layout: Layout }
/** `Dots` draws the messages of a page that is only read; where the figure is alive its stage does. */
export type TopologyProps = { layouts: Layouts; frame: Frame; Dots?: ComponentType<DotsProps> }

/** What a part says and how it is when it is drawn; after that the stage keeps `data-is` and `.bq-says` up to the moment. */
type Read = (part: string) => { readonly says: string; readonly marks: { 'data-of': string; 'data-is': string } }

/** A run in two shapes; the style sheet shows the one that fits. Drawn once for each run: a moment later is the stage's. */
export const Topology = memo(
  ({ layouts, ...shown }: TopologyProps) => (
    <>
      <Drawing className="bq-wide" layout={layouts.wide} {...shown} />
      <Drawing className="bq-tall" layout={layouts.tall} {...shown} />
    </>
  ),
  (before, now) => before.layouts === now.layouts,
)
Topology.displayName = 'Topology'

function Drawing({ className, layout, frame, Dots }: Omit<TopologyProps, 'layouts'> & { className: string; layout: Layout }) {
  const readings = new Map(readingsOf(frame, layout).map((it) => [it[0], it]))
  const read: Read = (part) => {
    const [, says = '', is = ''] = readings.get(part) ?? []
    return { says, marks: { 'data-of': part, 'data-is': is } }
  }
  const { callers, api, backlog, outbox, broker, lanes, dependency, second, retry, dead, hiddenLanes, workers } = layout
  const [firstLane, lastLane, firstWorker] = [lanes[0], lanes.at(-1), workers[0]]
  return (
    <svg className={`bq-drawing ${className}`} viewBox={`0 -2 ${layout.width} ${layout.height}`} aria-hidden="true">
      {layout.edges.map((edge, at) => (
        <EdgeMark key={at} edge={edge} {...read(`${edge.kind}-edge`)} />
      ))}
      <PartyMark party={callers} outside {...read('callers')} />
      <PartyMark party={dependency} outside {...read('dependency')} />
      <PartyMark party={api} {...read('api')} />
      <Threads api={api} threads={frame.stations[0]!.workers.length} />
      <Cells lane={backlog} {...read('backlog')} />
      {outbox && <Cells lane={outbox} {...read('outbox')} />}
      {broker && <PartyMark party={broker} {...read('broker')} />}
      {isCrowded(layout) && firstLane && <Note x={firstLane.x} y={firstLane.y - 8} {...read('lanes')} />}
      {lanes.map((lane) =>
        isCrowded(layout) ? (
          <NarrowLane key={lane.index} lane={lane} owner={read(`lane${lane.index}`)} lag={read(`lag${lane.index}`)} />
        ) : (
          <Cells key={lane.index} lane={lane} words=" waiting" {...read(`lane${lane.index}`)} />
        ),
      )}
      {hiddenLanes > 0 && lastLane && (
        <text className="bq-note" x={lastLane.x} y={lastLane.y + 26}>{`and ${hiddenLanes} more`}</text>
      )}
      {firstWorker && <Note x={firstWorker.x} y={firstWorker.y - 8} {...read('workers')} />}
      {workers.map((box, at) => (
        <WorkerMark key={at} box={box} name={layout.workersNamed ? `w${at} ` : null} {...read(`worker${at}`)} />
      ))}
      {second && <Cells lane={second} words=" waiting" {...read('second')} />}
      {retry && <Cells lane={retry} {...read('retry')} />}
      {dead && <Cells lane={dead} {...read('dead')} />}
      <g className="bq-dots">{Dots && <Dots frame={frame} layout={layout} />}</g>
    </svg>
  )
}

type Shown = ReturnType<Read>

const EdgeMark = ({ edge, marks }: Shown & { edge: Edge }) => (
  <g className={`bq-edge bq-${edge.kind}`} {...marks}>
    <path d={edge.path} />
    <path className="bq-head" d={edge.heads} />
  </g>
)

const Note = ({ x, y, says, marks }: Shown & { x: number; y: number }) => (
  <g {...marks}>
    <text className="bq-note bq-halo bq-says" x={x} y={y}>
      {says}
    </text>
  </g>
)

function PartyMark({ party, outside = false, says, marks }: Shown & { party: Party; outside?: boolean }) {
  const { x, y, width, height, name } = party
  const isLow = height < 40
  return (
    <g {...marks}>
      <rect className={`bq-box${outside ? ' bq-outside' : ''}`} {...crisp(party)} />
      <text className="bq-name" x={x + 9} y={y + 19}>
        {name}
      </text>
      <text
        className="bq-note bq-says"
        x={isLow ? x + width - 9 : x + 9}
        y={y + (isLow ? 19 : 36)}
        textAnchor={isLow ? 'end' : undefined}
      >
        {says}
      </text>
    </g>
  )
}

/** Hairlines fall on pixels. */
const crisp = ({ x, y, width, height }: Box) => ({ x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 })

function Threads({ api, threads }: { api: Box; threads: number }) {
  const { columns, shown } = threadGrid(api, threads)
  const rows = Math.ceil(shown / columns)
  const top = api.y + api.height - 5 - rows * 7
  return <path className="bq-ticks" d={ticks(api.x + 7, top, Math.min(columns, shown), rows)} />
}

/** The places of a row, drawn as ticks along its foot. */
function ticks(x: number, y: number, columns: number, rows: number): string {
  return Array.from({ length: rows }, (_, row) => `M${x + 0.5} ${y + row * 7 + 6.5}h${columns * 7 - 1}`).join('')
}

/** The marks between the cells are one dashed line, as thick as the row is high. */
const Row = ({ lane }: { lane: Lane }) => (
  <>
    <rect className="bq-box" {...crisp(lane)} />
    <path
      className="bq-cells"
      strokeWidth={lane.height - 2}
      d={`M${lane.x + lane.width - 9} ${lane.y + lane.height / 2}H${lane.x + 4}`}
    />
  </>
)

const Cells = ({ lane, words = '', says, marks }: Shown & { lane: Lane; words?: string }) => (
  <g {...marks}>
    <Row lane={lane} />
    <text className="bq-note" x={lane.x} y={lane.y - 6}>
      {`${lane.label}: `}
      <tspan className="bq-strong bq-says">{says}</tspan>
      {words}
    </text>
  </g>
)

/** Its name at the left, who reads it at the right, how far behind it is within. */
const NarrowLane = ({ lane, owner, lag }: { lane: Lane; owner: Shown; lag: Shown }) => (
  <>
    <Row lane={lane} />
    <text className="bq-note bq-end" x={lane.x - 6} y={lane.y + 11}>
      {lane.label}
    </text>
    <Note x={lane.x + lane.width + 6} y={lane.y + 11} {...owner} />
    <g {...lag.marks}>
      <text className="bq-strong bq-halo bq-says" x={lane.x + 5} y={lane.y + 11}>
        {lag.says}
      </text>
    </g>
  </>
)

function WorkerMark({ box, name, says, marks }: Shown & { box: Box; name: string | null }) {
  const { x, y, width, height } = box
  return (
    <g className="bq-worker" {...marks}>
      <path className="bq-box" d={`M${x + 0.5} ${y + 0.5}h${width - 6}l5 5v${height - 6}h-${width - 1}z`} />
      <path
        className="bq-cross"
        d={`M${x + 4} ${y + 4}l${width - 8} ${height - 8}m0 -${height - 8}l-${width - 8} ${height - 8}`}
      />
      <path className="bq-bars" d={`M${x + width / 2 - 2.5} ${y + 5}v${height - 10}m5 0v-${height - 10}`} />
      {name !== null && (
        <text className="bq-note" x={x + width + 6} y={y + 11}>
          {name}
          <tspan className="bq-strong bq-says">{says}</tspan>
        </text>
      )}
    </g>
  )
}
