'use client'

import { useRef, useState } from 'react'
import type { Action, FieldName } from '@/lib/queue/settings'
import { useAnnouncement, useOutOfSight } from '@/components/islands/request-lifecycle/playback'
import { BothWays } from './both-ways'
import { ChartRow } from './charts'
import { AllControls, FirstControls } from './controls'
import { Dots } from './dots'
import { Facts } from './facts'
import { FirstLines } from './first-lines'
import { percentileOf, timeText } from './format'
import { Theory } from './theory'
import { Topology } from './topology'
import { Transport } from './transport'
import { useQueue } from './use-queue'
import type { BrokerQueueProps } from './view'
import { describeFrame } from './words'

const views = { ways: 'Both ways', path: 'Path', charts: 'Charts', log: 'Log', change: 'Change', why: 'Why' } as const
type View = keyof typeof views

/** Work inside the request, or enqueued: one run to watch, to break and to rewind, and both ways of it side by side. */
export function BrokerQueue(props: BrokerQueueProps) {
  const { figure, lines, linked, labHref } = props
  const queue = useQueue(props)
  const { shown, alive, live, counting, playing } = queue
  const { config, frame, end, outcome } = shown
  const [said, setSaid] = useState('')
  const [view, setView] = useState<View>('ways')
  const box = useRef<HTMLDivElement>(null)
  useOutOfSight(box, () => void queue.play(false))
  const scenario = figure.scenarios.find((it) => it.slug === queue.slug) ?? figure.scenarios[0]!
  const now = describeFrame(frame)
  const name = `${figure.scenarios[0]!.slug}-queue`
  const region = useAnnouncement(said || now)
  const isInline = config.placement === 'inline'
  const ways = shown.otherWay && {
    inline: isInline ? outcome.measures : shown.otherWay.measures,
    queued: isInline ? shown.otherWay.measures : outcome.measures,
  }
  const wake = () => void queue.wake()
  const set = async (name: FieldName, value: string | number | boolean) => {
    const { tools } = await queue.wake()
    const { config: next, notices } = tools.settle({ ...config, [name]: value }, config.actions, figure.tables)
    await queue.set(next, notices)
  }
  const controls = {
    config,
    tables: figure.tables,
    alive,
    onSet: (name: FieldName, value: string | number | boolean) => void set(name, value),
  }
  const act = async (action: Omit<Action, 'at'>) => (await queue.wake()).session.act(action)
  const copy = async () => {
    const { tools } = await queue.wake()
    const fragment = tools.writeAddress(scenario.slug, { config, micros: frame.at }, figure)
    const address = `${new URL(linked ? location.pathname : labHref, location.href).href.split('#')[0]}#${fragment}`
    if (linked) history.replaceState(null, '', `#${fragment}`)
    await navigator.clipboard.writeText(address).then(
      () => setSaid('Link copied.'),
      () => setSaid(`The link: ${address}`),
    )
  }
  return (
    <div
      className="instrument bq"
      ref={box}
      data-view={view}
      data-alive={alive || undefined}
      data-ready={(live && !counting) || undefined}
      aria-busy={counting}
      onPointerEnter={wake}
      onFocus={wake}
    >
      <div className="instrument-head">
        <strong>Broker and queue</strong>
        <label className="bq-field">
          Scenario
          <select value={scenario.slug} disabled={!alive} onChange={({ target }) => void queue.choose(target.value)}>
            {figure.scenarios.map((it) => (
              <option key={it.slug} value={it.slug}>
                {it.title}
              </option>
            ))}
          </select>
        </label>
        <Readouts
          p50={percentileOf(outcome.measures.api, 50)}
          done={percentileOf(outcome.measures.endToEnd, 50)}
          refused={outcome.measures.refused}
        />
      </div>
      {queue.notices.length > 0 && (
        <div className="bq-notices" role="alert">
          <ul>
            {queue.notices.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
          <button type="button" onClick={queue.dismiss}>
            Dismiss
          </button>
        </div>
      )}
      <p className="bq-question">{scenario.question}</p>
      <fieldset className="bq-views" disabled={!alive}>
        <legend className="unseen">View</legend>
        {(Object.keys(views) as View[]).map((it) => (
          <label key={it}>
            <input type="radio" name={`${name}-view`} checked={view === it} onChange={() => setView(it)} />
            <span>{views[it]}</span>
          </label>
        ))}
      </fieldset>
      <section className="bq-panel bq-of-ways" aria-label="Both ways">
        {ways ? <BothWays inline={ways.inline} queued={ways.queued} /> : <p className="bq-remark">Counting both ways.</p>}
      </section>
      <section className="bq-panel bq-of-path" aria-label="Topology">
        <p className="bq-watch">{scenario.watch}</p>
        <Topology config={config} frame={frame} Dots={Dots} />
        <p className="bq-legend">
          <span className="bq-key bq-key-dot">message</span>
          <span className="bq-key bq-key-working">being worked on</span>
          <span className="bq-key bq-key-again">tried before</span>
          <span className="bq-key bq-key-poison">poison</span>
        </p>
      </section>
      <Transport
        at={frame.at}
        end={end}
        events={frame.events}
        playing={playing}
        speed={queue.speed}
        alive={alive}
        name={name}
        onPlay={(next) => void queue.play(next)}
        onMove={(micros) => void queue.move(micros)}
        onStep={(by) => void queue.step(by)}
        onSpeed={queue.setSpeed}
      />
      <p className="bq-nowline" aria-hidden="true">
        {now}
      </p>
      <section className="bq-panel bq-of-charts" aria-label="Charts">
        <ChartRow drawings={shown.drawings} at={frame.at} end={end} />
      </section>
      <div className="bq-columns">
        <section className="bq-panel bq-live-only bq-of-change" aria-label="Controls">
          <FirstControls {...controls} />
        </section>
        <section className="bq-panel bq-of-log" aria-label="Log">
          <p className="bq-title">Event log, up to this moment</p>
          {live ? (
            <live.tools.LiveLog
              session={live.session}
              broker={config.broker}
              lines={counting ? null : frame.lines}
              playing={playing}
              onSay={setSaid}
            />
          ) : (
            <FirstLines lines={lines} of={frame.lines} />
          )}
          {live && (
            <live.tools.DeadLetters
              frame={frame}
              onRedrive={(target) => void act({ kind: 'redrive', target, last: 0, value: 0 })}
            />
          )}
        </section>
      </div>
      <section className="bq-panel bq-live-only bq-of-change" aria-label="All settings">
        <AllControls {...controls} />
      </section>
      <section className="bq-panel bq-live-only bq-of-change" aria-label="Failures">
        <p className="bq-title">Break something</p>
        {live ? (
          <live.tools.Failures
            config={config}
            at={frame.at}
            onAct={(action) => void act(action)}
            onActions={(actions) => void queue.set({ ...config, actions }, [])}
          />
        ) : (
          <p className="bq-remark">At the moment shown above: workers, the dependency, the broker.</p>
        )}
      </section>
      <section className="bq-panel bq-of-why" aria-label="What the scenario compares">
        <p className="bq-title">{scenario.title}: what it is held to</p>
        <Facts scenario={scenario} main={outcome} against={shown.against} />
        <p className="bq-teaches">{scenario.teaches}</p>
      </section>
      <section className="bq-panel bq-of-why" aria-label="Theory">
        <p className="bq-title">Theory beside simulation</p>
        <Theory expectations={shown.expectations} measures={outcome.measures} />
      </section>
      <div className="bq-foot">
        <span>{`Seed ${config.seed}, ${outcome.measures.events.toLocaleString('en-GB')} events. Simulated; nothing is sent.`}</span>
        <button type="button" disabled={!alive} onClick={() => void copy()}>
          Copy link
        </button>
        <span className="bq-copied">{said}</span>
      </div>
      <p className="unseen" role="status" ref={region} />
    </div>
  )
}

function Readouts({ p50, done, refused }: { p50: number | null; done: number | null; refused: number }) {
  const text = (micros: number | null) => (micros === null ? 'too few' : timeText(micros))
  return (
    <span className="readouts">
      <span>
        answer p50 <b>{text(p50)}</b>
      </span>
      <span>
        done p50 <b>{text(done)}</b>
      </span>
      <span>
        refused <b>{refused.toLocaleString('en-GB')}</b>
      </span>
    </span>
  )
}
