import { MAX_EVENTS, nextEventAt, startSimulation, type Progress } from './engine'
import { expectations } from './expectations'
import type { Action, QueueConfig } from './settings'
import { MAX_ACTIONS } from './settings'
import { frameOf } from './frame'
import { lineAt, matchingLines, type Line, type LineFilter } from './journal'
import { lineJson } from './journal-text'
import { claimValue } from './claims'
import { measure } from './measures'
import type { Charts, Command, Reply } from './protocol'
import { createOthers } from './others'
import { SERIES, type Series } from './series'
import type { Simulation } from './simulation'
import { createTimeline, forgetAfter, play, seek, seekEvent, type Timeline } from './snapshots'

// Runs a simulation for a page: in a worker, or on the page itself in short slices. It knows no clock and no postMessage; whoever drives it says
// when a slice is over.

export type Driver = {
  handle(command: Command): void
  /** Works until the goal is reached or `isOver` says so; true if there is more to do. Asked about every SLICE_EVENTS events. */
  slice(isOver: () => boolean): boolean
}

const SLICE_EVENTS = 1000

export function createDriver(post: (reply: Reply) => void, maxEvents = MAX_EVENTS): Driver {
  let timeline: Timeline | null = null
  let goal = 0
  let progress: Progress = 'running'
  const others = createOthers(post, maxEvents)

  function tell(sim: Simulation): void {
    post({ type: 'frame', frame: frameOf(sim, progress) })
    if (progress === 'stopped')
      post({ type: 'stopped', reason: `Stopped after ${maxEvents} events: the run is too long to go on.` })
  }

  function start(config: QueueConfig, micros: number): Timeline {
    const begun = createTimeline(startSimulation(config, maxEvents))
    progress = 'running'
    goal = micros
    post({ type: 'config', config: begun.sim.config })
    tell(begun.sim)
    return begun
  }

  function obey(command: Command, current: Timeline): void {
    const { sim } = current
    if (command.type === 'play') goal = Math.max(sim.now, command.until)
    else if (command.type === 'pause') goal = sim.now
    else if (command.type === 'step') {
      progress = play(current, Infinity, 1)
      goal = sim.now
      tell(sim)
    } else if (command.type === 'stepBack') {
      progress = seekEvent(current, Math.max(0, sim.events - 1))
      goal = sim.now
      tell(sim)
    } else if (command.type === 'seek') {
      progress = seek(current, Math.max(0, command.micros))
      goal = sim.now
      tell(sim)
    } else if (command.type === 'act') {
      if (!act(current, command.action)) return
      progress = 'running'
      post({ type: 'config', config: sim.config })
    } else answer(sim, command, post)
  }

  function isMoreToPlay({ sim }: Timeline): boolean {
    return progress === 'running' && (sim.now < goal || nextEventAt(sim) <= goal)
  }

  function playOn(current: Timeline, isOver: () => boolean): boolean {
    const { sim } = current
    do progress = play(current, goal, SLICE_EVENTS)
    while (progress === 'running' && nextEventAt(sim) <= goal && !isOver())
    tell(sim)
    return progress === 'running' && nextEventAt(sim) <= goal
  }

  return {
    handle(command) {
      if (command.type === 'start') timeline = start(command.config, command.micros)
      else if (command.type === 'others') others.ask(command)
      else if (timeline !== null) obey(command, timeline)
    },
    slice(isOver) {
      const more = timeline !== null && isMoreToPlay(timeline) && playOn(timeline, isOver)
      // What the reader looks at goes first; the runs beside it have what is left of the slice.
      return more ? true : others.slice(isOver)
    },
  }
}

/** One microsecond from now, so that a run with this action from the start is the same run. False when there have been too many. */
export function act(timeline: Timeline, action: Omit<Action, 'at'>): boolean {
  const { sim } = timeline
  const { actions } = sim.config
  if (actions.length >= MAX_ACTIONS) return false
  const at = sim.now + 1
  const later = actions.findIndex((each) => each.at > at)
  const place = later < 0 ? actions.length : later
  sim.config = { ...sim.config, actions: [...actions.slice(0, place), { ...action, at }, ...actions.slice(place)] }
  forgetAfter(timeline, sim.now)
  return true
}

function answer(sim: Simulation, command: Command, post: (reply: Reply) => void): void {
  if (command.type === 'measure') {
    const measures = measure(sim)
    post({
      type: 'measures',
      measures,
      facts: (command.facts ?? []).map((fact) => claimValue(sim, measures, fact)),
      expectations: expectations(sim.config, measures),
      charts: chartsOf(sim.series),
    })
  } else if (command.type === 'lines') {
    const found = matchingLines(sim.journal, command.filter)
    const lines = Array.from(found.subarray(command.from, command.from + command.count)).flatMap(
      (index) => lineAt(sim.journal, index) ?? [],
    )
    post({ type: 'lines', request: command.request, total: found.length, from: command.from, lines })
  } else if (command.type === 'export') {
    post({ type: 'export', request: command.request, jsonl: exportLines(sim, command.filter) })
  }
}

export function chartsOf(series: Series): Charts {
  const points = Object.fromEntries(SERIES.map((name) => [name, series.points[name].slice(0, series.count)]))
  return { widthMicros: series.width, points: points as Charts['points'] }
}

export function exportLines(sim: Simulation, filter: LineFilter): string {
  const lines = Array.from(matchingLines(sim.journal, filter), (index) => lineAt(sim.journal, index)).filter(
    (line): line is Line => line !== null,
  )
  return lines.map((line) => `${lineJson(line, sim.config.broker)}\n`).join('')
}
