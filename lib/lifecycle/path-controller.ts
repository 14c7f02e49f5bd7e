import { jobMicros } from './jobs'
import { openSpan, passSpan, spend, type Step, type Strand } from './journey'
import { startWorkAfterwards } from './path-after'
import { answer } from './path-back'
import { askDatabase } from './path-database'
import type { Outcome } from './span'
import type { World } from './world'

export const enterController: Step = (world, strand) => {
  openSpan(strand, 'controller')
  const isInTime = spend(strand, 'controller', jobMicros(world, strand, 'controllerWork'))
  if (!isInTime) return answer(world, strand, 'deadline-passed')
  if (world.toggles.controller === 'fail') return answer(world, strand, 'controller-threw')
  return strand.journey.isWrite ? askForWrite : lookInCache
}

const lookInCache: Step = (world, strand) => {
  const { journey } = strand
  const isThere = world.appCache.has(cacheSlot(world, strand), strand.clock)
  const isAnswered = touchCache(world, strand, 'lookup', isThere ? 'hit' : 'miss')
  journey.cacheLookup = isThere && isAnswered ? 'hit' : 'miss'
  if (journey.isLate) return answer(world, strand, 'deadline-passed')
  return journey.cacheLookup === 'hit' ? answer(world, strand, 'served') : askForRead
}

const afterRead: Step = (world, strand) => (touchCache(world, strand, 'fill', 'ok') ? keepInCache : serve(world, strand))

const keepInCache: Step = (world, strand) => {
  if (!strand.journey.isLate) world.appCache.put(cacheSlot(world, strand), strand.clock)
  return serve(world, strand)
}

const serve: Step = (world, strand) => answer(world, strand, strand.journey.isLate ? 'deadline-passed' : 'served')

const afterWrite: Step = (world, strand) => {
  startWorkAfterwards(world, strand)
  return touchCache(world, strand, 'invalidate', 'ok') ? dropFromCache : accept(world, strand)
}

const dropFromCache: Step = (world, strand) => {
  world.appCache.drop(cacheSlot(world, strand))
  return accept(world, strand)
}

const accept: Step = (world, strand) => answer(world, strand, strand.journey.isLate ? 'deadline-passed' : 'accepted')

const askForRead = askDatabase(afterRead)
const askForWrite = askDatabase(afterWrite)

/** False when the cache did not answer in time. */
function touchCache(world: World, strand: Strand, part: 'lookup' | 'fill' | 'invalidate', outcome: Outcome): boolean {
  const { toggles, settings } = world
  const micros = toggles.cache === 'fail' ? Infinity : jobMicros(world, strand, 'cacheTrip', part === 'lookup' ? 1 : 2)
  const isInTime = micros <= settings.cacheTimeout
  passSpan(strand, 'cache', part, isInTime ? micros : settings.cacheTimeout, isInTime ? outcome : 'timeout')
  return isInTime
}

// The tenant is part of the key: without it one tenant could be served another's row.
function cacheSlot(world: World, { journey }: Strand): number {
  return journey.tenant * world.settings.keys + journey.key
}
