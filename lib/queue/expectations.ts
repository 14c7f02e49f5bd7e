import { exponential } from '@/lib/simulation/arithmetic'
import type { QueueConfig } from './settings'
import type { Measures } from './measures'
import { deadFraction, mg1, mmc, mmck, type QueueTheory } from './theory'

// What theory says about the run at hand, beside what the run says. A law is shown only where its assumptions hold, and named exact or approximate.

export type Expectation = {
  readonly name: string
  readonly formula: string
  readonly unit: 's' | '%' | ''
  /** Null: utilisation is 1 or more, there is no steady state. */
  readonly expected: number | null
  readonly measured: number | null
  readonly isExact: boolean
}

/** Squared coefficient of variation of the service times. */
function spreadOf(config: QueueConfig): number {
  if (config.service === 'fixed') return 0
  if (config.service === 'exponential') return 1
  const sigma = config.sigmaPercent / 100
  return exponential(sigma * sigma) - 1
}

function isSteady(config: QueueConfig): boolean {
  const isPlain =
    config.actions.length === 0 && config.burstEveryMicros === 0 && config.clientRetries === 0 && config.dependencyLimit === 0
  const losesNone = config.messageTtlMicros === 0 && config.queueTtlMicros === 0 && config.maxLength === 0
  return isPlain && losesNone && config.batch === 1 && config.failPermille === 0 && !config.outbox
}

function seconds(micros: number | null): number | null {
  return micros === null ? null : micros / 1e6
}

function laws(name: string, isExact: boolean, theory: QueueTheory | null, measures: Measures, load: number): Expectation[] {
  return [
    {
      name: `${name}: utilisation`,
      formula: 'ρ = λ / (c μ)',
      unit: '%',
      expected: 100 * load,
      measured: 100 * measures.utilisation,
      isExact: true,
    },
    {
      name: `${name}: mean wait`,
      formula: waitFormula(name),
      unit: 's',
      expected: theory?.waiting ?? null,
      measured: seconds(measures.wait.mean),
      isExact,
    },
    {
      name: `${name}: mean number inside`,
      formula: 'L = λ W',
      unit: '',
      expected: theory?.inSystem ?? null,
      measured: measures.insideMean,
      isExact,
    },
  ]
}

function waitFormula(name: string): string {
  return name.endsWith('/1') ? 'Wq = ρ (1 + C²) / (2 (μ − λ))' : 'Wq = Erlang C × (1 + C²) / (2 (c μ − λ))'
}

function queuedLaws(config: QueueConfig, measures: Measures): Expectation[] {
  const servers = config.ordered ? 1 : config.workers
  // With a prefetch of one a worker is idle from its acknowledgement until the next delivery.
  const trip = config.prefetch === 1 ? config.roundTripMicros / 1e6 : 0
  const service = config.serviceMicros / 1e6 + trip
  const share = config.serviceMicros / 1e6 / service
  const spread = spreadOf(config) * share * share
  const isSpread = config.prefetch > 1 && servers > 1
  if (config.broker === 'kafka' || isSpread) return []
  const name = servers === 1 ? `M/${letter(config)}/1` : `M/${letter(config)}/${servers}`
  const single = mmc(config.rate, service, servers)
  const waiting =
    servers === 1
      ? (mg1(config.rate, service, spread)?.waiting ?? null)
      : single === null
        ? null
        : (single.waiting * (1 + spread)) / 2
  const theory =
    single === null || waiting === null
      ? null
      : { ...single, waiting: waiting + trip, inSystem: config.rate * (waiting + service) }
  const isExact = servers === 1 || (spread === 1 && trip === 0)
  return laws(name, isExact, theory, measures, (config.rate * config.serviceMicros) / 1e6 / servers)
}

function letter(config: QueueConfig): string {
  return config.service === 'exponential' && (config.roundTripMicros === 0 || config.prefetch > 1)
    ? 'M'
    : config.service === 'fixed'
      ? 'D'
      : 'G'
}

function inlineLaws(config: QueueConfig, measures: Measures): Expectation[] {
  const service = (config.serviceMicros + config.apiMicros) / 1e6
  const theory = mmck(config.rate, service, config.threads, config.threads + config.backlog)
  const name = `M/M/${config.threads}/${config.threads + config.backlog}`
  const isExact = config.service === 'exponential' && config.apiMicros === 0
  const refused = (100 * measures.refused) / Math.max(1, measures.requests)
  return [
    {
      name: `${name}: refused`,
      formula: 'p(K), the chance of finding it full',
      unit: '%',
      expected: 100 * theory.blocked,
      measured: refused,
      isExact,
    },
    {
      name: `${name}: busy threads`,
      formula: 'λ (1 − p(K)) / μ',
      unit: '',
      expected: theory.utilisation * config.threads,
      measured: measures.threadsMean,
      isExact,
    },
  ]
}

function retryLaws(config: QueueConfig, measures: Measures): Expectation[] {
  const isPlain =
    config.actions.length === 0 && config.ack === 'after' && config.clientRetries === 0 && config.dependencyLimit === 0
  const canDie =
    config.failPermille > 0 && config.batch === 1 && config.placement === 'queued' && config.deadLetters && config.maxLength === 0
  if (!isPlain || !canDie) return []
  const settled = measures.completed + measures.died
  const expected = 100 * deadFraction(config.failPermille / 1000, config.attempts)
  return [
    {
      name: 'Dead letters',
      formula: 'p^k',
      unit: '%',
      expected,
      measured: settled === 0 ? null : (100 * measures.died) / settled,
      isExact: true,
    },
  ]
}

export function expectations(config: QueueConfig, measures: Measures): Expectation[] {
  const steady = isSteady(config)
    ? config.placement === 'inline'
      ? inlineLaws(config, measures)
      : queuedLaws(config, measures)
    : []
  return [...steady, ...retryLaws(config, measures)]
}
