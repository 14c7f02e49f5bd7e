import { AGAIN, CALM, DONE, type Trouble, workerSubject } from './broker'
import type { Action } from './settings'
import { ACTIONS } from './settings'
import * as LINE from './line'
import { DELAYED, DEAD, READY, UNACKED } from './pool'
import { returnToQueue } from './publish'
import * as REASON from './reason'
import { armRelay } from './requests'
import type { Simulation, Station, Worker } from './simulation'
import { drop, exhume, log, note } from './transitions'
import { pump, startWork, stopWork } from './work'

// What goes wrong, and what a reader does about it. Every action is part of the configuration, so a run with a worker killed by hand can be
// linked, rewound and replayed like any other.

/** Where workers can be killed, paused or slowed: the work queue's, or the API's threads when they do the work. */
function workStation(sim: Simulation): Station {
  return sim.stations[1] ?? sim.stations[0]!
}

function targets(station: Station, target: number): number[] {
  return target < 0 ? station.workers.map((_, index) => index) : target < station.workers.length ? [target] : []
}

function begin(sim: Simulation, action: Action, number: number): void {
  note(sim, LINE.begins, action.target, ACTIONS.indexOf(action.kind))
  const station = workStation(sim)
  const { weather } = sim
  if (action.kind === 'kill') targets(station, action.target).forEach((index) => kill(sim, station, index))
  else if (action.kind === 'pause') targets(station, action.target).forEach((index) => pause(sim, station, index))
  else if (action.kind === 'slow') setPace(sim, station, action.target, action.value)
  else if (action.kind === 'fail') weather.failing += 1
  else if (action.kind === 'crash') weather.crashing += 1
  else if (action.kind === 'duplicate') weather.duplicating += 1
  else if (action.kind === 'restart') stopBroker(sim)
  else if (action.kind === 'poison') weather.poisonNext += Math.max(1, action.value)
  else redrive(sim, action.target)
  if (action.last === 0) return
  weather.toEnd += 1
  sim.heap.push(sim.now + action.last, CALM, number)
}

function end(sim: Simulation, action: Action): void {
  sim.weather.toEnd -= 1
  if (action.kind === 'poison' || action.kind === 'redrive') return
  note(sim, LINE.ends, action.target, ACTIONS.indexOf(action.kind))
  const station = workStation(sim)
  const { weather } = sim
  if (action.kind === 'kill') targets(station, action.target).forEach((index) => revive(sim, station, index))
  else if (action.kind === 'pause') targets(station, action.target).forEach((index) => resume(sim, station, index))
  else if (action.kind === 'slow') setPace(sim, station, action.target, 100)
  else if (action.kind === 'fail') weather.failing -= 1
  else if (action.kind === 'crash') restartRelay(sim)
  else if (action.kind === 'duplicate') weather.duplicating -= 1
  else startBroker(sim)
}

function setPace(sim: Simulation, station: Station, target: number, percent: number): void {
  const pace = Math.max(1, percent)
  if (target < 0) sim.weather.slowPercent = pace
  else targets(station, target).forEach((index) => (station.workers[index]!.slowPercent = pace))
}

function kill(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  if (!worker.alive) return
  worker.alive = false
  worker.paused = false
  worker.lostAt = sim.now
  stopWork(sim, station, index)
  pump(sim, station)
}

function revive(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  if (worker.alive) return
  worker.alive = true
  worker.member = false
  comeBack(sim, station, index, worker)
}

function comeBack(sim: Simulation, station: Station, index: number, worker: Worker): void {
  worker.beginsAt = -1
  if (worker.busy === 0) sim.models[station.index]!.atRest(sim, station, index)
  startWork(sim, station, index)
  pump(sim, station)
}

function pause(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  if (!worker.alive || worker.paused) return
  worker.paused = true
  worker.lostAt = sim.now
  worker.epoch += 1
  worker.remaining = worker.doneAt - sim.now
}

function resume(sim: Simulation, station: Station, index: number): void {
  const worker = station.workers[index]!
  if (!worker.paused) return
  worker.paused = false
  if (worker.busy > 0) {
    worker.doneAt = sim.now + worker.remaining
    sim.heap.push(worker.doneAt, worker.calling ? DONE : AGAIN, workerSubject(station, index), worker.epoch)
  }
  comeBack(sim, station, index, worker)
}

function stopBroker(sim: Simulation): void {
  sim.weather.brokerDown += 1
  for (const station of sim.stations.slice(1)) {
    if (station.kind === 'rabbitmq')
      station.workers.forEach((_, index) => sim.models[station.index]!.disconnect(sim, station, index, true))
    if (!sim.config.durable) forgetAll(sim, station)
  }
}

/** Nothing was on disk. */
function forgetAll(sim: Simulation, station: Station): void {
  const { columns } = sim.copies
  for (let slot = 0; slot < sim.copies.used; slot += 1) {
    const state = columns.state[slot]!
    const isKept = state === READY || state === UNACKED || state === DELAYED
    if (columns.station[slot] === station.index && isKept) drop(sim, slot, REASON.restart)
    else if (columns.station[slot] === station.index && state === DEAD) {
      exhume(sim, slot)
      drop(sim, slot, REASON.restart)
    }
  }
  for (const list of [...station.lanes, station.pending, station.dead]) Object.assign(list, { head: -1, tail: -1, length: 0 })
  station.cursor.fill(-1)
  station.nextOrder.forEach((order, lane) => {
    station.processed[lane] = order
    station.committed[lane] = order
  })
}

function startBroker(sim: Simulation): void {
  sim.weather.brokerDown -= 1
  if (sim.weather.brokerDown > 0) return
  for (const station of sim.stations.slice(1)) {
    sim.models[station.index]!.restart?.(sim, station)
    pump(sim, station)
  }
  armRelay(sim)
}

function restartRelay(sim: Simulation): void {
  sim.weather.crashing -= 1
  sim.weather.relayCrashed = false
  armRelay(sim)
}

/** Puts dead letters back: the one with this request number, or all. */
function redrive(sim: Simulation, target: number): void {
  const { columns } = sim.copies
  const chosen: number[] = []
  for (const station of sim.stations) {
    for (let slot = station.dead.head; slot >= 0; slot = columns.next[slot]!) {
      if (target < 0 || sim.requests.columns.id[columns.request[slot]!] === target) chosen.push(slot)
    }
  }
  for (const slot of chosen) {
    exhume(sim, slot)
    sim.counters.redriven += 1
    log(sim, LINE.redriven, slot, columns.station[slot]!, 0)
    returnToQueue(sim, slot)
  }
}

export const trouble: Trouble = { begin, end }

export { act } from './act'
