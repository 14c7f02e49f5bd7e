import type * as Act from './act'
import type { Parts } from './broker'
import { MAX_EVENTS, nextEventAt, startWith, type Progress } from './engine'
import { frameOf } from './frame'
import type * as Log from './log-answers'
import type { Others } from './others'
import type { Command, Reply } from './protocol'
import type { QueueConfig } from './settings'
import type { Simulation } from './simulation'
import { createTimeline, play, seek, seekEvent, type Timeline } from './snapshots'
import type * as Summary from './summary'

// Runs a simulation for a page: in a worker, or on the page itself in short slices. It knows no clock and no postMessage; whoever drives it says
// when a slice is over.

/** What answers questions about a run, or changes it, is not needed to play it. */
export type DriverParts = Parts & Partial<typeof Act & typeof Log & typeof Summary>

export type Driver = {
  handle(command: Command): void
  /** Works until the goal is reached or `isOver` says so; true if there is more to do. Asked about every SLICE_EVENTS events. */
  slice(isOver: () => boolean): boolean
}

const SLICE_EVENTS = 1000

export function createDriver(post: (reply: Reply) => void, parts: DriverParts, maxEvents = MAX_EVENTS): Driver {
  let timeline: Timeline | null = null
  let goal = 0
  let progress: Progress = 'running'
  let others: Others | null = null

  function tell(sim: Simulation): void {
    post({ type: 'frame', frame: frameOf(sim, progress) })
    if (progress === 'stopped')
      post({ type: 'stopped', reason: `Stopped after ${maxEvents} events: the run is too long to go on.` })
  }

  function start(config: QueueConfig, micros: number): Timeline {
    const begun = createTimeline(startWith(parts, config, maxEvents))
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
      if (!parts.act!(current, command.action)) return
      progress = 'running'
      post({ type: 'config', config: sim.config })
    } else answer(sim, command)
  }

  function answer(sim: Simulation, command: Command): void {
    if (command.type === 'measure') post(parts.summarise!(sim, command.facts ?? []))
    else if (command.type === 'lines') post(parts.linesOf!(sim, command))
    else if (command.type === 'export')
      post({ type: 'export', request: command.request, jsonl: parts.exportLines!(sim, command.filter) })
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
      else if (command.type === 'others') (others ??= parts.createOthers!(post, parts, maxEvents)).ask(command)
      else if (timeline !== null) obey(command, timeline)
    },
    slice(isOver) {
      const more = timeline !== null && isMoreToPlay(timeline) && playOn(timeline, isOver)
      // What the reader looks at goes first; the runs beside it have what is left of the slice.
      return more || (others?.slice(isOver) ?? false)
    },
  }
}
