import type { Frame, WorkerView } from '@/lib/queue/frame'
import type { QueueConfig } from '@/lib/queue/settings'
import type { ComponentType } from 'react'
import { countText } from './format'
import type { Box, Edge, Lane, Layout, Layouts } from './drawing'
import { threadGrid } from './places'
import { BROKER_NAMES, brokerNote, PARTIES, tallyOf } from './words'

type DotsProps = { frame: Frame; layout: Layout }
/** `Dots` draws the messages: still ones in a page that is only read. */
type Props = { config: QueueConfig; layouts: Layouts; frame: Frame; Dots: ComponentType<DotsProps> }
type DrawingProps = Omit<Props, 'layouts'> & { className: string; layout: Layout }

/** The same moment in two shapes; the style sheet shows the one that fits. */
export function Topology({ layouts, ...shown }: Props) {
  return (
    <>
      <Drawing className="bq-wide" layout={layouts.wide} {...shown} />
      <Drawing className="bq-tall" layout={layouts.tall} {...shown} />
    </>
  )
}

function Drawing({ className, layout, config, frame, Dots }: DrawingProps) {
  const { callers, api, backlog, outbox, broker, lanes, dependency, second, retry, dead, hiddenLanes } = layout
  const tally = tallyOf(frame)
  const [, work, next] = frame.stations
  const parties = PARTIES[config.workload]
  const { weather } = frame
  const firstLane = lanes[0]
  return (
    <svg className={`bq-drawing ${className}`} viewBox={`0 -2 ${layout.width} ${layout.height}`} aria-hidden="true">
      {layout.edges.map((edge, at) => (
        <g key={at} className={edgeClass(edge, frame)}>
          <path d={edge.path} />
          <path className="bq-head" d={edge.heads} />
        </g>
      ))}
      <Party box={callers} name={parties.callers} note={`${countText(frame.counters.requests)} asked`} outside />
      <Party
        box={dependency}
        name={parties.dependency}
        note={
          weather.failing > 0
            ? 'failing'
            : weather.slowPercent > 100
              ? `${weather.slowPercent}% slow`
              : `${countText(frame.counters.completed)} done`
        }
        faulty={weather.failing > 0 || weather.slowPercent > 100}
        outside
      />
      <Party box={api} name="API" note={`${tally.threadsBusy} of ${tally.threads} threads busy`} />
      <Threads api={api} threads={tally.threads} />
      <Cells lane={backlog} count={tally.waitingForThread} />
      {outbox && <Cells lane={outbox} count={frame.outbox} faulty={weather.relayCrashed} />}
      {broker && (
        <Party
          box={broker}
          name={BROKER_NAMES[config.broker]}
          note={weather.brokerDown > 0 ? 'down' : brokerNote(config)}
          faulty={weather.brokerDown > 0}
        />
      )}
      {lanes.length > 2 && firstLane && (
        <text className="bq-note" x={firstLane.x} y={firstLane.y - 8}>
          {`${countText(tally.ready)} waiting${work?.phase === 'stable' ? '' : ', group rebalances'}`}
        </text>
      )}
      {lanes.map((lane, at) => {
        const view = work?.lanes[lane.index]
        if (lanes.length <= 2) return <Cells key={at} lane={lane} count={view?.length ?? 0} words="waiting" />
        return (
          <g key={at}>
            <Cells lane={{ ...lane, label: '' }} count={0} />
            <text className="bq-note bq-end" x={lane.x - 6} y={lane.y + 11}>
              {lane.label}
            </text>
            <text className={`bq-note${view?.owner === -1 ? ' bq-fault-text' : ''}`} x={lane.x + lane.width + 6} y={lane.y + 11}>
              {view?.owner === -1 ? '×' : `w${view?.owner ?? 0}`}
            </text>
            {(view?.length ?? 0) > 0 && (
              <text className="bq-strong bq-halo" x={lane.x + 5} y={lane.y + 11}>
                {countText((view?.end ?? 0) - (view?.committed ?? 0))}
              </text>
            )}
          </g>
        )
      })}
      {hiddenLanes > 0 && lanes.length > 0 && (
        <text className="bq-note" x={lanes.at(-1)!.x} y={lanes.at(-1)!.y + 26}>{`and ${hiddenLanes} more`}</text>
      )}
      {layout.workers[0] && (
        <text className="bq-note" x={layout.workers[0].x} y={layout.workers[0].y - 8}>
          {`${tally.workersBusy} of ${tally.workers} workers busy`}
        </text>
      )}
      {layout.workers.map((box, at) => {
        const view = work?.workers[at]
        return view && <WorkerMark key={at} box={box} view={view} name={layout.workersNamed ? `w${at}` : null} />
      })}
      {second && <Cells lane={second} count={next?.counts[1] ?? 0} words="waiting" />}
      {retry && <Cells lane={retry} count={tally.delayed} />}
      {dead && <Cells lane={dead} count={tally.dead} faulty={tally.dead > 0} />}
      <Dots frame={frame} layout={layout} />
    </svg>
  )
}

function edgeClass({ kind }: Edge, frame: Frame): string {
  const tally = tallyOf(frame)
  const isUsed = {
    call: true,
    publish: frame.weather.brokerDown === 0,
    deliver: tally.workersBusy > 0 || tally.threadsBusy > 0,
    retry: tally.delayed > 0,
    dead: tally.dead > 0,
  }[kind]
  return `bq-edge bq-${kind}${isUsed ? '' : ' bq-idle'}`
}

function Party({
  box,
  name,
  note,
  outside = false,
  faulty = false,
}: {
  box: Box
  name: string
  note: string
  outside?: boolean
  faulty?: boolean
}) {
  return (
    <g className={faulty ? 'bq-faulty' : undefined}>
      <rect className={`bq-box${outside ? ' bq-outside' : ''}`} {...crisp(box)} />
      <text className="bq-name" x={box.x + 9} y={box.y + 19}>
        {name}
      </text>
      <text
        className="bq-note"
        x={box.height < 40 ? box.x + box.width - 9 : box.x + 9}
        y={box.y + (box.height < 40 ? 19 : 36)}
        textAnchor={box.height < 40 ? 'end' : undefined}
      >
        {note}
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
function Cells({ lane, count, words, faulty = false }: { lane: Lane; count: number; words?: string; faulty?: boolean }) {
  return (
    <g className={faulty ? 'bq-faulty' : undefined}>
      <rect className="bq-box" {...crisp(lane)} />
      <path
        className="bq-cells"
        strokeWidth={lane.height - 2}
        d={`M${lane.x + lane.width - 9} ${lane.y + lane.height / 2}H${lane.x + 4}`}
      />
      {lane.label !== '' && (
        <text className="bq-note" x={lane.x} y={lane.y - 6}>
          {words ? `${lane.label}: ` : `${lane.label}: `}
          <tspan className="bq-strong">{countText(count)}</tspan>
          {words ? ` ${words}` : ''}
        </text>
      )}
    </g>
  )
}

function WorkerMark({ box, view, name }: { box: Box; view: WorkerView; name: string | null }) {
  const state = !view.isAlive ? 'gone' : view.isPaused ? 'hanging' : view.busy > 0 ? 'busy' : 'idle'
  const { x, y, width, height } = box
  const held = view.held - view.busy
  const says = !view.isAlive ? 'gone' : view.isPaused ? 'hangs' : view.slowPercent > 100 ? 'slow' : held > 0 ? `+${held}` : ''
  return (
    <g className={`bq-worker bq-${state}`}>
      <path className="bq-box" d={`M${x + 0.5} ${y + 0.5}h${width - 6}l5 5v${height - 6}h-${width - 1}z`} />
      {state === 'gone' && (
        <path
          className="bq-cross"
          d={`M${x + 4} ${y + 4}l${width - 8} ${height - 8}m0 -${height - 8}l-${width - 8} ${height - 8}`}
        />
      )}
      {state === 'hanging' && (
        <path className="bq-cross" d={`M${x + width / 2 - 2.5} ${y + 5}v${height - 10}m5 0v-${height - 10}`} />
      )}
      {name !== null && (
        <text className="bq-note" x={x + width + 6} y={y + 11}>
          {name} <tspan className={state === 'gone' || state === 'hanging' ? 'bq-fault-text' : 'bq-strong'}>{says}</tspan>
        </text>
      )}
    </g>
  )
}
