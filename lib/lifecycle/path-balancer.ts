import { jobMicros } from './jobs'
import { openSpan, passSpan, spend, type Step } from './journey'
import { answer } from './path-back'
import { enterGateway } from './path-gateway'
import type { World } from './world'

const BACKENDS_TRIED = 2

export const arriveAtBalancer: Step = (world, strand) => {
  if (world.toggles.balancer === 'fail') {
    passSpan(strand, 'balancer', 'connect', world.settings.connectTimeout, 'timeout')
    return answer(world, strand, 'origin-unreachable')
  }
  strand.journey.crossedToOrigin = true
  openSpan(strand, 'balancer')
  spend(strand, 'balancer', jobMicros(world, strand, 'balancerHop'))
  return chooseBackend
}

const chooseBackend: Step = (world, strand) => {
  const { journey } = strand
  const backend = world.ring.pick(strand.clock, journey.backend)
  if (backend === null) return answer(world, strand, journey.backend === null ? 'no-backend' : 'backend-refused')
  journey.backend = backend
  if (isDown(world, backend)) {
    passSpan(strand, 'gateway', 'connect', world.settings.connectTimeout, 'timeout')
    return leaveDeadBackend
  }
  world.ring.succeeded(backend)
  strand.attempt = 1
  return enterGateway(world, strand)
}

const leaveDeadBackend: Step = (world, strand) => {
  world.ring.failed(strand.journey.backend!, strand.clock)
  if (strand.attempt === BACKENDS_TRIED) return answer(world, strand, 'backend-refused')
  strand.attempt += 1
  return chooseBackend(world, strand)
}

function isDown(world: World, backend: number): boolean {
  return backend < world.settings.backendsDown || world.toggles.gateway === 'fail'
}
