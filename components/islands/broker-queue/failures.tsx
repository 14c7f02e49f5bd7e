import { useState } from 'react'
import type { Action, ActionKind, QueueConfig } from '@/lib/queue/settings'
import { timeText } from './amounts'
import { momentText } from './format'
import { PARTIES } from './parties'

type Props = {
  config: QueueConfig
  at: number
  onAct: (action: Omit<Action, 'at'>) => void
  onActions: (actions: readonly Action[]) => void
}

const EVERYBODY = -1
const TEN_TIMES = 1_000

type Failure = { readonly kind: ActionKind; readonly ofWorker: boolean; readonly says: string; readonly ofDependency?: true }

function failuresOf({ workload, placement }: QueueConfig): Failure[] {
  const { dependency } = PARTIES[workload]
  const all: Failure[] = [
    { kind: 'kill', ofWorker: true, says: 'is killed' },
    { kind: 'pause', ofWorker: true, says: 'hangs' },
    { kind: 'slow', ofWorker: true, says: 'takes ten times as long' },
    { kind: 'fail', ofWorker: false, says: `${dependency} fails` },
    { kind: 'slow', ofWorker: false, says: `${dependency} takes ten times as long` },
  ]
  if (placement === 'inline') return all
  return [
    ...all,
    { kind: 'restart', ofWorker: false, says: 'The broker is down' },
    { kind: 'crash', ofWorker: false, says: 'Crash between commit and publish' },
    { kind: 'duplicate', ofWorker: false, says: 'Everything is published twice' },
  ]
}

const isInForce = ({ at, last }: Action, now: number): boolean => at <= now && (last === 0 || now < at + last)

/** Breaks something at the moment that is shown; what is crossed is broken now, and can be mended now. */
export function Failures({ config, at, onAct, onActions }: Props) {
  const [worker, setWorker] = useState(0)
  const [seconds, setSeconds] = useState(10)
  const count = config.placement === 'inline' ? config.threads : config.workers
  const chosen = Math.min(worker, count - 1)
  const nameOf = (target: number) => (target === EVERYBODY ? 'Every worker' : `Worker ${target}`)
  const mend = (ended: Action) =>
    onActions(config.actions.map((it) => (it === ended ? { ...it, last: Math.max(1, at - it.at) } : it)))
  return (
    <>
      <div className="bq-whom">
        <label className="bq-control">
          <span>Worker</span>
          <select value={chosen} onChange={({ target }) => setWorker(Number(target.value))}>
            {Array.from({ length: count }, (_, it) => (
              <option key={it} value={it}>{`Worker ${it}`}</option>
            ))}
          </select>
        </label>
        <label className="bq-control">
          <span>For how long (0: to the end)</span>
          <span className="bq-unit">
            <input
              type="number"
              min={0}
              max={3600}
              value={seconds}
              onChange={({ target }) => setSeconds(Math.min(3600, Math.max(0, Number(target.value))))}
            />
            s
          </span>
        </label>
      </div>
      <ul className="bq-failures">
        {failuresOf(config).map(({ kind, ofWorker, says }) => {
          const target = ofWorker ? chosen : EVERYBODY
          const inForce = config.actions.find((it) => it.kind === kind && it.target === target && isInForce(it, at))
          return (
            <li key={`${kind}${target}`}>
              <label>
                <input
                  type="checkbox"
                  checked={inForce !== undefined}
                  onChange={() =>
                    inForce
                      ? mend(inForce)
                      : onAct({ kind, target, last: Math.round(seconds * 1e6), value: kind === 'slow' ? TEN_TIMES : 0 })
                  }
                />
                {ofWorker ? `${nameOf(target)} ${says}` : says}
              </label>
            </li>
          )
        })}
        <li>
          <button type="button" onClick={() => onAct({ kind: 'poison', target: EVERYBODY, last: 0, value: 1 })}>
            Send a poison message
          </button>
        </li>
      </ul>
      {config.actions.length > 0 && (
        <ul className="bq-done" aria-label="What is done to this run">
          {config.actions.map((action, index) => (
            <li key={`${action.at} ${action.kind} ${index}`}>
              <span>{`${momentText(action.at)}: ${actionText(action)}`}</span>
              <button type="button" onClick={() => onActions(config.actions.filter((it) => it !== action))}>
                Take out
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const ACTION_WORDS: Readonly<Record<ActionKind, string>> = {
  kill: 'killed',
  pause: 'hangs',
  slow: 'slowed down',
  fail: 'the dependency fails',
  poison: 'a poison message',
  restart: 'the broker is down',
  crash: 'crash between commit and publish',
  duplicate: 'published twice',
  redrive: 'redriven',
}

function actionText({ kind, target, last }: Action): string {
  const whom =
    kind === 'redrive' ? (target < 0 ? 'all dead letters ' : `message ${target} `) : target < 0 ? '' : `worker ${target} `
  return `${whom}${ACTION_WORDS[kind]}${last > 0 ? ` for ${timeText(last)}` : ''}`
}
