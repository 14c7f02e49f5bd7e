import type { Reason } from './answers'
import { backOff, doJob, jobMicros } from './jobs'
import { passSpan, type Found, type Step, type Strand } from './journey'
import { answer } from './path-back'
import type { World } from './world'

const REFUSAL_MICROS = 1_000

/** Breaker first, then a connection, then the query; what is left to do when it went well is the caller's. */
export function askDatabase(whenDone: Step): Step {
  const attempt: Step = (world, strand) => {
    const { journey } = strand
    const ticket = world.breaker.enter(strand.clock)
    if (ticket === null) {
      passSpan(strand, 'controller', 'breaker', 0, 'rejected')
      journey.causedBy = world.databaseFault
      journey.retryAfter = world.breaker.secondsUntilProbe(strand.clock)
      return answer(world, strand, 'breaker-open')
    }
    journey.ticket = ticket
    journey.attempts += 1
    const from = world.pool.freeAt(strand.clock)
    const { poolTimeout } = world.settings
    if (from - strand.clock > poolTimeout || from > strand.deadline) {
      passSpan(strand, 'pool', 'whole', poolTimeout, 'timeout')
      return leavePool
    }
    passSpan(strand, 'pool', 'whole', from - strand.clock)
    strand.found = runTransaction(world, strand)
    world.pool.hold(from, strand.clock)
    return judge
  }

  const judge: Step = (world, strand) => {
    const { journey, found } = strand
    const isGood = found === 'good' && !journey.isLate
    world.breaker.leave(journey.ticket, isGood, strand.clock)
    if (!isGood) world.databaseFault = found === 'rolled-back' ? 'outbox' : 'query'
    if (journey.isLate) return answer(world, strand, 'deadline-passed')
    if (found === 'good') return whenDone(world, strand)
    if (found === 'rolled-back' || strand.attempt >= world.settings.attempts) return answer(world, strand, refusals[found])
    backOff(world, strand, 'controller')
    return journey.isLate ? answer(world, strand, 'deadline-passed') : attempt
  }

  return attempt
}

const refusals: Readonly<Record<Exclude<Found, 'good'>, Reason>> = {
  timeout: 'query-timeout',
  refused: 'database-refused',
  'rolled-back': 'outbox-failed',
}

const leavePool: Step = (world, strand) => {
  const { journey } = strand
  world.breaker.leave(journey.ticket, false, strand.clock)
  world.databaseFault = 'pool'
  if (journey.isLate) return answer(world, strand, 'deadline-passed')
  // Asking a full pool again would only lengthen its queue.
  journey.retryAfter = 1
  return answer(world, strand, 'pool-timeout')
}

function runTransaction(world: World, strand: Strand): Found {
  const { journey } = strand
  const found = runQuery(world, strand)
  if (found !== 'good' || !journey.isWrite || journey.isLate) return found
  const isLost = world.toggles.outbox === 'fail'
  doJob(world, strand, 'outboxWrite', isLost ? 'error' : 'ok')
  return isLost ? 'rolled-back' : 'good'
}

function runQuery(world: World, strand: Strand): Found {
  const { queryTimeout } = world.settings
  if (world.toggles.query === 'fail') {
    passSpan(strand, 'query', 'whole', REFUSAL_MICROS, 'refused')
    return 'refused'
  }
  const micros = jobMicros(world, strand, 'queryWork', strand.attempt)
  const isInTime = micros <= queryTimeout
  passSpan(strand, 'query', 'whole', Math.min(micros, queryTimeout), isInTime ? 'ok' : 'timeout')
  return isInTime ? 'good' : 'timeout'
}
