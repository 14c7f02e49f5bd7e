import { place } from './jobs'
import { createStrand, type Journey, type Strand } from './journey'
import { happensAt, luckOf, memoryless, sampleAt, shareAt } from './luck'
import { leaveClient } from './path-client'
import type { World } from './world'

/**
 * Requests arrive at random with the set rate and advance in order of time, so that each finds the buckets, caches, pool, breaker and
 * backends as the others have left them at that very moment. With `watch`, the run ends when that request and the work after it are done.
 */
export function runTraffic(world: World, count: number, watch: number | null): Journey[] {
  const slices = trafficInSlices(world, count, watch, Infinity)
  for (;;) {
    const { done, value } = slices.next()
    if (done) return value
  }
}

/** The same run with a pause after every so many pieces of work, for a page that must not stand still meanwhile. */
export function* trafficInSlices(
  world: World,
  count: number,
  watch: number | null,
  slice: number,
): Generator<undefined, Journey[]> {
  const { agenda, settings } = world
  const journeys: Journey[] = []
  let left = slice
  for (let arrival = 0; ;) {
    if (left === 0) {
      yield
      left = slice
    }
    left -= 1
    if (arrival <= agenda.nextAt()) {
      if (arrival === Infinity) break
      const journey = beginJourney(world, journeys.length, arrival, journeys.length === watch)
      agenda.add(createStrand(journey, arrival, leaveClient))
      const isLast = journeys.push(journey) === count
      arrival = isLast ? Infinity : arrival + sampleAt(journey.luck, place.gap, memoryless, 1_000_000 / settings.rate)
    }
    const strand = agenda.take()
    if (strand && advance(world, strand, arrival)) {
      strand.journey.strandsLeft -= 1
      if (strand.journey.index === watch && strand.journey.strandsLeft === 0) break
    }
  }
  return journeys
}

/** True when the strand has come to its end. */
function advance(world: World, strand: Strand, nextArrival: number): boolean {
  while (strand.next !== null) {
    strand.next = strand.next(world, strand)
    // Only when nothing else is due before or at this moment may it go on at once.
    if (strand.next !== null && Math.min(nextArrival, world.agenda.nextAt()) <= strand.clock) {
      world.agenda.add(strand)
      return false
    }
  }
  return true
}

function beginJourney({ settings, scenario, seed }: World, index: number, begunAt: number, isWatched: boolean): Journey {
  const luck = luckOf(seed, index)
  const isObserved = index === scenario.observe
  const { request } = scenario
  const hasFlaw = isObserved || (request.flaw !== 'none' && happensAt(luck, place.flaw, settings.flawShare))
  // A request with the scenario's flaw is of the scenario's kind: a broken body needs a write.
  const isWrite = hasFlaw ? request.operation === 'write' : happensAt(luck, place.operation, settings.writeShare)
  const mayBePublic = hasFlaw ? request.visibility === 'public' : happensAt(luck, place.visibility, settings.publicShare)
  // Squared, so that few rows are asked for often and many seldom.
  const popularity = shareAt(luck, place.key) * shareAt(luck, place.key)
  return {
    index,
    begunAt,
    isWrite,
    isPublic: mayBePublic && !isWrite,
    isNewClient: isObserved ? request.client === 'new' : happensAt(luck, place.client, settings.newClients),
    flaw: hasFlaw ? request.flaw : 'none',
    tenant: isObserved ? 0 : Math.floor(shareAt(luck, place.tenant) * settings.tenants),
    key: isObserved ? Math.min(request.key, settings.keys - 1) : Math.floor(settings.keys * popularity),
    luck,
    spans: isWatched ? [] : null,
    reason: 'served',
    sent: 'served',
    causedBy: null,
    isLate: false,
    endedAt: -1,
    crossedToOrigin: false,
    edgeLookup: 'none',
    cacheLookup: 'none',
    attempts: 0,
    backend: null,
    tokensLeft: -1,
    retryAfter: 0,
    ticket: 0,
    strandsLeft: 0,
    async: 'none',
  }
}
