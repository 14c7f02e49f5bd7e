import { createEventHeap } from '@/lib/simulation/heap'
import { seededRandom } from '@/lib/simulation/random'
import { type Parts, SECOND, WORK } from './broker'
import { createCounters } from './counters'
import { front } from './front'
import { createJournal, write } from './journal'
import * as LINE from './line'
import { emptyList } from './lists'
import { createCopies, createRequests, STATES } from './pool'
import { createSeries } from './series'
import type { QueueConfig } from './settings'
import type { Plan, Simulation, Station, StationKind, Worker } from './simulation'
import { createTape } from './tape'

function newWorker(): Worker {
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
