import type { Frame } from '@/lib/queue/frame'
import type { Command, Reply } from '@/lib/queue/protocol'
import { type Action, MAX_ACTIONS, type QueueConfig } from '@/lib/queue/settings'
import { type EngineLine, openLine } from './engine-line'
import { momentText } from './format'
import { type Playback, startPlayback } from './play'
import type { Compare, Hearer, Plan, Run, Session } from './session'

// One run and what is known of it. A run is first played to its end, for its charts and measures, and then shown at the time that is asked for:
// after that every moment of it can be had at once. The configuration and a time are all it takes to be there again, with a new worker too.

/** So many workers may be lost before the page does the work itself. */
const MOST_LOSSES = 2
/** Of a run that is counted sooner nobody needs to hear how far it is. */
const LONG_MILLIS = 300

type Phase = 'opening' | 'counting' | 'measuring' | 'settling' | 'ready'

export function openSession(hearer: Hearer): Session {
  let plan: Plan | null = null
  let phase: Phase = 'opening'
  let end = 0
  let begunAt = 0
  let counted: Omit<Run, 'frame'> | null = null
  let losses = 0
  let requests = 0
  let othersAsked = 0
  let later: (() => void)[] = []
  let playback: Playback | null = null
  const waiting = new Map<number, { readonly command: Command; readonly hear: (reply: Reply) => void }>()
  let line = connect()
  let isLineNew = false

  function connect(): EngineLine {
    return openLine({ hear, lose }, losses < MOST_LOSSES)
  }

  function begin(next: Plan): void {
    later = []
    line.send({ type: 'start', config: next.config, micros: 0 })
    count(next)
    if (!isLineNew) return
    isLineNew = false
    for (const { command } of waiting.values()) line.send(command)
  }

  function count(next: Plan): void {
    plan = next
    // Frames of what ran before may still be under way; the new configuration comes after them.
    phase = 'opening'
    begunAt = performance.now()
    hearer.counting(0)
    line.send({ type: 'play', until: Infinity })
  }

  function measure(compare: Compare, config: QueueConfig): void {
    const { facts, others } = compare(config)
    phase = 'measuring'
    othersAsked = requests += 1
    line.send({ type: 'measure', facts })
    line.send({ type: 'others', request: othersAsked, configs: others, facts })
  }

  function settle({ measures, facts, charts, telling }: Extract<Reply, { type: 'measures' }>, { config, micros }: Plan): void {
    counted = { config, end, outcome: { measures, facts }, charts }
    if (micros !== null && micros > end + 1) hearer.say(`The run ends at ${momentText(end)}; its end is shown.`)
    goTo(micros ?? telling)
  }

  function goTo(micros: number): void {
    phase = 'settling'
    line.send({ type: 'seek', micros: Math.min(micros, end) })
  }

  function hearFrame(frame: Frame, known: Plan): void {
    if (phase === 'counting' && frame.progress === 'running') {
      if (performance.now() - begunAt > LONG_MILLIS) hearer.counting(frame.counters.requests / known.config.messages)
    } else if (phase === 'counting') {
      end = frame.at
      counted = null
      if (known.compare) measure(known.compare, known.config)
      else goTo(known.micros ?? end)
    } else if (phase === 'settling') {
      phase = 'ready'
      plan = { ...known, micros: frame.at }
      playback?.hear(frame)
      if (counted) hearer.run({ ...counted, frame })
      else hearer.frame(frame)
      hearer.counted()
      for (const task of later.splice(0)) task()
    } else if (phase === 'ready') {
      plan = { ...known, micros: frame.at }
      playback?.hear(frame)
      hearer.frame(frame)
    }
  }

  /** False while the run is being counted: then there is nothing to play yet. */
  function playTo(micros: number): boolean {
    if (phase === 'ready') line.send({ type: 'play', until: micros })
    return phase === 'ready'
  }

  function hear(reply: Reply): void {
    if (!plan) return
    if (reply.type === 'frame') hearFrame(reply.frame, plan)
    else if (reply.type === 'config') {
      plan = { ...plan, config: reply.config }
      if (phase === 'opening') phase = 'counting'
    } else if (reply.type === 'measures') settle(reply, plan)
    else if (reply.type === 'others') {
      if (reply.request === othersAsked) hearer.others(reply.outcomes)
    } else if (reply.type === 'stopped') hearer.say(reply.reason)
    else if (reply.type === 'unreachable') fail()
    else {
      waiting.get(reply.request)?.hear(reply)
      waiting.delete(reply.request)
    }
  }

  // By a new worker: the old one may remember that there was nothing to be had.
  function fail(): void {
    plan = null
    line.close()
    line = connect()
    isLineNew = true
    hearer.fail()
  }

  function lose(how: 'died' | 'hung'): void {
    losses += 1
    const what = how === 'died' ? 'The simulation’s worker failed' : 'The simulation’s worker stopped answering'
    hearer.say(
      `${what}. The run was taken up again at the same moment, ${losses < MOST_LOSSES ? 'by a new one' : 'by the page itself'}.`,
    )
    line = connect()
    isLineNew = true
    if (plan) begin(plan)
  }

  function whenReady(task: () => void): void {
    if (phase === 'ready') task()
    else later.push(task)
  }

  function act(action: Omit<Action, 'at'>, compare: Compare): void {
    if (!plan) return
    if (plan.config.actions.length >= MAX_ACTIONS) {
      hearer.say(`A run takes ${MAX_ACTIONS} actions at most, and this one has them.`)
      return
    }
    line.send({ type: 'act', action })
    // An action takes effect one microsecond from now.
    count({ ...plan, compare, micros: (plan.micros ?? 0) + 1 })
  }

  return {
    open: begin,
    play(from, end, speed) {
      const started = startPlayback(from, end, speed, playTo)
      playback = started
      return () => {
        started.stop()
        playback = null
      }
    },
    seek(micros) {
      if (phase === 'ready') line.send({ type: 'seek', micros })
      else if (plan) plan = { ...plan, micros }
    },
    step: (by) => whenReady(() => line.send({ type: by > 0 ? 'step' : 'stepBack' })),
    act: (action, compare) => whenReady(() => act(action, compare)),
    rest() {
      if (phase === 'counting') line.send({ type: 'pause' })
    },
    resume() {
      if (phase === 'counting') line.send({ type: 'play', until: Infinity })
    },
    ask: (questionOf) =>
      new Promise((resolve) => {
        const request = (requests += 1)
        const command = questionOf(request)
        waiting.set(request, { command, hear: (reply) => resolve(reply as Parameters<typeof resolve>[0]) })
        line.send(command)
      }),
    close: () => line.close(),
  }
}
