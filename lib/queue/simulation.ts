import type { EventHeap } from '@/lib/simulation/heap'
import type { Random } from '@/lib/simulation/random'
import type { Broker, Parts } from './broker'
import type { Counters } from './counters'
import type { Journal } from './journal'
import type { List } from './lists'
import type { CopyColumns, Pool, RequestColumns } from './pool'
import type { Series } from './series'
import type { QueueConfig } from './settings'
import type { Tape } from './tape'

// All that there is of a run.

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
