import { doJob, jobMicros } from './jobs'
import { openSpan, passSpan, spend, type Step } from './journey'
import { answer } from './path-back'
import { arriveAtBalancer } from './path-balancer'
import { halfTrip } from './wires'

export const arriveAtEdge: Step = (world, strand) => {
  openSpan(strand, 'edge')
  if (world.toggles.client === 'fail') return answer(world, strand, 'client-gone')
  spend(strand, 'edge', jobMicros(world, strand, 'edgeWork'))
  if (world.toggles.edge === 'fail') return answer(world, strand, 'edge-failed')
  if (world.toggles.waf === 'fail') {
    doJob(world, strand, 'wafCheck', 'rejected')
    return answer(world, strand, 'waf-blocked')
  }
  doJob(world, strand, 'wafCheck')
  if (strand.journey.isPublic) return lookAtEdge
  passSpan(strand, 'edge', 'lookup', 0, 'bypass')
  return crossToOrigin(world, strand)
}

const lookAtEdge: Step = (world, strand) => {
  const { journey } = strand
  journey.edgeLookup = world.edgeCache.has(journey.key, strand.clock) ? 'hit' : 'miss'
  passSpan(strand, 'edge', 'lookup', 0, journey.edgeLookup)
  return journey.edgeLookup === 'hit' ? answer(world, strand, 'served-by-edge') : crossToOrigin(world, strand)
}

const crossToOrigin: Step = (world, strand) => {
  passSpan(strand, 'edge', 'wire-out', halfTrip(world.settings.edgeOriginRtt))
  return arriveAtBalancer(world, strand)
}
