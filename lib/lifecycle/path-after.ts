import { backOff, jobMicros, place } from './jobs'
import { closeSpan, createStrand, openSpan, passSpan, type Step, type Strand } from './journey'
import { shareAt } from './luck'
import type { World } from './world'

/** From the commit on, the queued work goes its own way; the response does not wait for it. */
export function startWorkAfterwards(world: World, { journey, clock }: Strand): void {
  journey.async = 'pending'
  world.agenda.add(createStrand(journey, clock, relay))
}

const relay: Step = (world, strand) => {
  const { luck, spans } = strand.journey
  const stored = spans?.findLast((span) => span.stage === 'outbox')?.id ?? null
  strand.clock += Math.floor(shareAt(luck, place.poll) * world.settings.relayPoll)
  const published = passSpan(strand, 'outbox', 'publish', jobMicros(world, strand, 'publishWork'), 'ok', stored)
  openSpan(strand, 'worker', 'whole', published)
  return work
}

const work: Step = (world, strand) => {
  const { attempt } = strand
  const from = world.workers.freeAt(strand.clock)
  passSpan(strand, 'worker', 'waiting', from - strand.clock)
  const isFailing = world.toggles.worker === 'fail'
  passSpan(strand, 'worker', 'attempt', jobMicros(world, strand, 'workerTime', attempt), isFailing ? 'error' : 'ok')
  world.workers.hold(from, strand.clock)
  if (!isFailing) return finish(strand, 'done')
  if (attempt >= world.settings.workerAttempts) return finish(strand, 'dead-lettered')
  backOff(world, strand, 'worker')
  return work
}

function finish(strand: Strand, result: 'done' | 'dead-lettered'): null {
  closeSpan(strand, result === 'done' ? 'ok' : result)
  strand.journey.async = result
  return null
}
