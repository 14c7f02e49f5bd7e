import { doJob } from './jobs'
import { openSpan, passSpan, type Step } from './journey'
import { reportInClient } from './path-back'
import { arriveAtEdge } from './path-edge'
import { halfTrip, handshakeMicros } from './wires'

export const leaveClient: Step = (world, strand) => {
  openSpan(strand, 'client')
  return resolveName(world, strand)
}

const resolveName: Step = (world, strand) => {
  if (!strand.journey.isNewClient) {
    passSpan(strand, 'dns', 'whole', 0, 'reused')
    return connect(world, strand)
  }
  if (world.toggles.dns === 'fail') {
    passSpan(strand, 'dns', 'whole', world.settings.dnsTimeout, 'timeout')
    return reportInClient(strand, 'dns-timeout')
  }
  doJob(world, strand, 'dnsLookup')
  return connect(world, strand)
}

const connect: Step = (world, strand) => {
  if (!strand.journey.isNewClient) {
    passSpan(strand, 'connection', 'whole', 0, 'reused')
    return crossToEdge(world, strand)
  }
  const handshake = world.pace.connection * handshakeMicros(world.settings.clientEdgeRtt)
  if (world.toggles.connection === 'fail') {
    passSpan(strand, 'connection', 'whole', handshake, 'refused')
    return reportInClient(strand, 'handshake-failed')
  }
  passSpan(strand, 'connection', 'whole', handshake)
  return crossToEdge(world, strand)
}

const crossToEdge: Step = (world, strand) => {
  passSpan(strand, 'client', 'wire-out', world.pace.client * halfTrip(world.settings.clientEdgeRtt))
  return arriveAtEdge(world, strand)
}
