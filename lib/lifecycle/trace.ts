import { answerFor, type Answer } from './answers'
import type { Settings } from './assumptions'
import type { BreakerState } from './circuit-breaker'
import type { Journey } from './journey'
import { runTraffic } from './run'
import { REQUESTS_IN_RUN, type Scenario } from './scenario'
import type { Span } from './span'
import type { Toggles } from './stages'
import { createWorld, type RunOptions, type World } from './world'

export type TraceOptions = RunOptions & { readonly index?: number }

export type RequestSeen = Pick<
  Journey,
  | 'index'
  | 'isWrite'
  | 'isPublic'
  | 'isNewClient'
  | 'flaw'
  | 'tenant'
  | 'key'
  | 'edgeLookup'
  | 'cacheLookup'
  | 'attempts'
  | 'backend'
  | 'tokensLeft'
  | 'retryAfter'
  | 'async'
>

/** Plain data: made at build, it can travel in the page as JSON. */
export type Trace = {
  readonly scenario: string
  readonly seed: number
  readonly spans: readonly Span[]
  readonly answer: Answer
  /** The status line that crossed the wire, where it is not what the client reports. */
  readonly sent: Answer
  readonly responseMicros: number
  /** When the last work after the response is done. */
  readonly finishedMicros: number
  readonly request: RequestSeen
  readonly breaker: BreakerState
  readonly toggles: Toggles
  readonly settings: Settings
}

/** One request of the run, followed from the client to the last work it caused. The same arguments give the same trace everywhere. */
export function followRequest(scenario: Scenario, options: TraceOptions = {}): Trace {
  const index = Math.min(REQUESTS_IN_RUN - 1, Math.max(0, options.index ?? scenario.observe))
  const world = createWorld(scenario, options)
  const journey = runTraffic(world, REQUESTS_IN_RUN, index)[index]!
  return toTrace(world, journey)
}

export function trace(scenario: Scenario, seed: number, toggles: Toggles = {}): readonly Span[] {
  return followRequest(scenario, { seed, toggles }).spans
}

function toTrace(world: World, journey: Journey): Trace {
  const spans = (journey.spans ?? []).map((span) => ({
    ...span,
    start: span.start - journey.begunAt,
    end: span.end - journey.begunAt,
  }))
  return {
    scenario: world.scenario.id,
    seed: world.seed,
    spans,
    answer: answerFor(journey.reason, journey.causedBy),
    sent: answerFor(journey.sent),
    responseMicros: journey.endedAt - journey.begunAt,
    finishedMicros: spans.reduce((latest, span) => Math.max(latest, span.end), 0),
    request: requestSeen(journey),
    breaker: world.breaker.state(),
    toggles: world.toggles,
    settings: world.settings,
  }
}

function requestSeen(journey: Journey): RequestSeen {
  const { index, isWrite, isPublic, isNewClient, flaw, tenant, key, edgeLookup, cacheLookup } = journey
  const { attempts, backend, tokensLeft, retryAfter, async } = journey
  return {
    index,
    isWrite,
    isPublic,
    isNewClient,
    flaw,
    tenant,
    key,
    edgeLookup,
    cacheLookup,
    attempts,
    backend,
    tokensLeft,
    retryAfter,
    async,
  }
}
