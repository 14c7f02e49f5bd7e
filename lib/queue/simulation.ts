import { createEventHeap, type EventHeap } from '@/lib/simulation/heap'
import { seededRandom, type Random } from '@/lib/simulation/random'
import { SECOND, WORK, type Broker, type Parts } from './broker'
import { createCounters, type Counters } from './counters'
import { front } from './front'
import type { QueueConfig } from './settings'
import { createJournal, write, type Journal } from './journal'
import * as LINE from './line'
import { emptyList, type List } from './lists'
import { createCopies, createRequests, STATES, type CopyColumns, type Pool, type RequestColumns } from './pool'
import { createSeries, type Series } from './series'
import { createTape, type Tape } from './tape'

export type Worker = {
  /** What was delivered to it, oldest first, each with the delivery's number; the first `busy` of them are being worked on. */
  held: number[]
  tags: number[]
  busy: number
  /** A timer of an earlier epoch means nothing any more. */
  epoch: number
  alive: boolean
  paused: boolean
  /** In service (not in backoff): a call to the dependency is under way. */
  calling: boolean
  refused: boolean
  beginsAt: number
  doneAt: number
  remaining: number
  slowPercent: number
  watched: boolean
  /** Kafka: membership of the group, and the partitions to hand over once the work in hand is done. */
  polledAt: number
  lostAt: number
  commitAt: number
  member: boolean
  joined: boolean
  revoking: number[]
}

export type StationKind = 'front' | QueueConfig['broker']

/** A queue and who works on it: the API's threads, a RabbitMQ queue, a stream with its group, or a topic with its group. */
export type Station = {
  readonly index: number
  readonly kind: StationKind
  readonly workers: Worker[]
  /** RabbitMQ: one per priority, urgent first. Kafka: one per partition, from the committed offset on. */
  readonly lanes: List[]
  readonly nextOrder: number[]
  /** Redis: entries delivered and not acknowledged, in the order of their ids. */
  readonly pending: List
  readonly dead: List
  readonly counts: number[]
  published: number
  turn: number
  timerAt: number
  /** Redis: an idle worker is to look for entries to claim. */
  scanDue: boolean
  /** Kafka, per partition: the next copy to fetch (-1: none), the first offset not yet worked off, the owner. */
  readonly cursor: number[]
  readonly processed: number[]
  readonly committed: number[]
  owners: number[]
  phase: 'stable' | 'joining' | 'syncing' | 'revoking'
  /** Time integrals of busy workers and of messages in the station, and the sum of times spent there. */
  busy: number
  busyArea: number
  inside: number
  insideArea: number
  areaAt: number
  sojournSum: number
  departures: number
}

export type Streams = { arrivals: Random; service: Random; failures: Random; backoff: Random }

/** What is going wrong at the moment: how many actions of each kind are in force, how slow the dependency is, and how many actions have yet to end. */
export type Weather = {
  brokerDown: number
  failing: number
  crashing: number
  relayCrashed: boolean
  duplicating: number
  slowPercent: number
  poisonNext: number
  toEnd: number
}

export type Plan = {
  /** By message type, the queues that get a copy. */
  readonly routes: readonly (readonly number[])[]
  /** Kafka: the partition of each tenant. */
  readonly lanesOfKeys: readonly number[]
  readonly hasFront: boolean
}

export type Simulation = {
  /** Station by station. */
  readonly models: readonly Broker[]
  readonly parts: Parts
  config: QueueConfig
  readonly plan: Plan
  now: number
  events: number
  made: number
  nextArrivalAt: number
  nextAction: number
  readonly maxEvents: number
  calls: number
  relayAt: number
  readonly requests: Pool<RequestColumns>
  readonly copies: Pool<CopyColumns>
  readonly stations: Station[]
  readonly outbox: number[]
  readonly weather: Weather
  readonly counters: Counters
  readonly lastDone: Int32Array
  readonly series: Series
  streams: Streams
  readonly heap: EventHeap
  readonly journal: Journal
  readonly samples: { readonly api: Tape; readonly endToEnd: Tape; readonly wait: Tape }
}

export function newWorker(): Worker {
  return {
    held: [],
    tags: [],
    busy: 0,
    epoch: 0,
    alive: true,
    paused: false,
    calling: false,
    refused: false,
    beginsAt: -1,
    doneAt: 0,
    remaining: 0,
    slowPercent: 100,
    watched: false,
    polledAt: 0,
    lostAt: 0,
    commitAt: Infinity,
    member: true,
    joined: false,
    revoking: [],
  }
}

function createStation(index: number, kind: StationKind, workers: number, lanes: number): Station {
  const perLane = (value: number): number[] => new Array<number>(lanes).fill(value)
  return {
    index,
    kind,
    workers: Array.from({ length: workers }, newWorker),
    lanes: Array.from({ length: lanes }, emptyList),
    nextOrder: perLane(0),
    pending: emptyList(),
    dead: emptyList(),
    counts: new Array<number>(STATES).fill(0),
    published: 0,
    turn: 0,
    timerAt: Infinity,
    scanDue: false,
    cursor: perLane(-1),
    processed: perLane(0),
    committed: perLane(0),
    owners: perLane(-1),
    phase: 'stable',
    busy: 0,
    busyArea: 0,
    inside: 0,
    insideArea: 0,
    areaAt: 0,
    sojournSum: 0,
    departures: 0,
  }
}

function createStations(config: QueueConfig): Station[] {
  const front = createStation(0, 'front', config.threads, 1)
  if (config.placement === 'inline') return [front]
  const lanes = { rabbitmq: 2, redis: 1, kafka: config.partitions }[config.broker]
  const stations = [front, createStation(WORK, config.broker, config.workers, lanes)]
  if (config.second !== 'none') stations.push(createStation(SECOND, config.broker, config.secondWorkers, lanes))
  return stations
}

// On Redis and Kafka an audit is a second group that reads everything; only RabbitMQ's exchange selects.
function planOf(config: QueueConfig, parts: Parts): Plan {
  const model = parts[config.broker]
  const all = config.second === 'audit' ? [WORK, SECOND] : [WORK]
  return {
    routes: model?.routes?.(config) ?? [all, all],
    lanesOfKeys: model?.lanesOfKeys?.(config) ?? [],
    hasFront: config.placement === 'inline' || config.apiMicros > 0,
  }
}

export function createSimulation(config: QueueConfig, parts: Parts, maxEvents: number): Simulation {
  const root = seededRandom(config.seed)
  const stations = createStations(config)
  const sim: Simulation = {
    models: stations.map(({ kind }) => (kind === 'front' ? front : parts[kind]!)),
    parts,
    config: { ...config, actions: [...config.actions].sort((a, b) => a.at - b.at) },
    plan: planOf(config, parts),
    now: 0,
    events: 0,
    made: 0,
    nextArrivalAt: 0,
    nextAction: 0,
    maxEvents,
    calls: 0,
    relayAt: Infinity,
    requests: createRequests(),
    copies: createCopies(),
    stations,
    outbox: [],
    weather: {
      brokerDown: 0,
      failing: 0,
      crashing: 0,
      relayCrashed: false,
      duplicating: 0,
      slowPercent: 100,
      poisonNext: 0,
      toEnd: 0,
    },
    counters: createCounters(),
    lastDone: new Int32Array(config.keys).fill(-1),
    series: createSeries((config.messages / config.rate) * 1e6),
    streams: {
      arrivals: root.fork('arrivals'),
      service: root.fork('service'),
      failures: root.fork('failures'),
      backoff: root.fork('backoff'),
    },
    heap: createEventHeap(),
    journal: createJournal(),
    samples: { api: createTape(config.messages), endToEnd: createTape(config.messages), wait: createTape(config.messages) },
  }
  write(sim.journal, 0, LINE.ready, -1, -1, -1, config.workers)
  return sim
}
