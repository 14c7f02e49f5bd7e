import { nextInTurn, type Broker } from './broker'
import { handOver, letGo, takeHead } from './delivery'
import { append } from './lists'
import { UNACKED } from './pool'
import * as REASON from './reason'
import { accept, respond } from './requests'
import { acknowledge, drop } from './transitions'

// The API: a pool of threads with a bounded queue before it. Either a thread does the work itself, or it stores the job, publishes and answers 202.

export const front: Broker = {
  admits: (sim, station) => station.busy < station.workers.length || station.lanes[0]!.length < sim.config.backlog,
  lane: () => 0,
  put(sim, station, slot) {
    append(sim.copies.columns, station.lanes[0]!, slot)
  },
  deliver(sim, station) {
    if (station.lanes[0]!.length === 0 || station.busy === station.workers.length) return -1
    const index = nextInTurn(
      sim,
      station,
      (candidate) => station.workers[candidate]!.alive && station.workers[candidate]!.held.length === 0,
    )
    if (index >= 0) handOver(sim, station, index, takeHead(sim, station, 0))
    return index
  },
  isCurrent: (sim, _station, _index, slot) => sim.copies.columns.state[slot] === UNACKED,
  succeed(sim, _station, index, slot) {
    const request = sim.copies.columns.request[slot]!
    if (sim.config.placement === 'inline') respond(sim, request, 'answered', index)
    else accept(sim, request)
    acknowledge(sim, slot)
  },
  fail(sim, _station, index, slot) {
    respond(sim, sim.copies.columns.request[slot]!, 'failed', index)
    drop(sim, slot, REASON.attempts)
  },
  disconnect(sim, station, index) {
    for (const slot of station.workers[index]!.held) {
      respond(sim, sim.copies.columns.request[slot]!, 'failed', index)
      drop(sim, slot, REASON.connection)
    }
    letGo(sim, station, index, false)
  },
  atRest() {},
  watch() {},
  tick() {},
}
