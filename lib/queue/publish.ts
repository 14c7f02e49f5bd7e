import { WORK } from './broker'
import type { Simulation } from './simulation'
import { createCopy, log, logRequest } from './transitions'
import { pump } from './work'
import * as LINE from './line'

/** False when the broker is away or says no. A duplicate is a publisher that never saw the confirmation and sent again. */
export function publish(sim: Simulation, request: number, targets: readonly number[]): boolean {
  if (sim.weather.brokerDown > 0) return false
  const first = targets[0]
  if (first === undefined) {
    sim.counters.unroutable += 1
    sim.requests.columns.fate[request] = 1
    logRequest(sim, LINE.unroutable, request, -1, 0)
    return true
  }
  const station = sim.stations[first]!
  // A limit with refusal protects the work queue; what has passed through it is not turned away further on.
  if (first === WORK && !sim.models[station.index]!.admits(sim, station)) return false
  for (let time = sim.weather.duplicating > 0 ? 2 : 1; time > 0; time -= 1)
    targets.forEach((target) => enqueue(sim, request, target))
  return true
}

function enqueue(sim: Simulation, request: number, target: number): void {
  const station = sim.stations[target]!
  const broker = sim.models[station.index]!
  const slot = createCopy(sim, station, request, broker.lane(sim, request))
  log(sim, LINE.published, slot, target, sim.copies.columns.lane[slot]!)
  broker.put(sim, station, slot)
  pump(sim, station)
}

/** From the wait queue or the dead letters to the tail of its own queue. */
export function returnToQueue(sim: Simulation, slot: number): void {
  const { columns } = sim.copies
  const station = sim.stations[columns.station[slot]!]!
  columns.order[slot] = station.nextOrder[columns.lane[slot]!]!++
  sim.models[station.index]!.put(sim, station, slot)
  pump(sim, station)
}
