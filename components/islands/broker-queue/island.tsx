'use client'

import { type ReactNode, useRef, useState } from 'react'
import { useAnnouncement, useOutOfSight } from '@/components/islands/attention'
import { Still } from '@/components/islands/still'
import { Heading } from './heading'
import { useStage } from './stage'
import { Transport } from './transport'
import { useHandsOn } from './use-hands-on'
import { useQueue } from './use-queue'
import type { BrokerQueueProps } from './view'
import { describeFrame } from './words'

const views = { ways: 'Both ways', path: 'Path', charts: 'Charts', log: 'Log', change: 'Change', why: 'Why' } as const
type View = keyof typeof views

/** What the page prints and a reader who changes nothing never needs as a script: the printing alone has it as elements. */
type Printed = {
  readonly [Panel in 'readouts' | 'ways' | 'path' | 'charts' | 'lower' | 'why']: ReactNode
}

/** Work inside the request, or enqueued: one run to watch, to break and to rewind, and both ways of it side by side. */
export function BrokerQueue({ printed, ...props }: BrokerQueueProps & { printed?: Printed }) {
  const { figure } = props
  const queue = useQueue(props)
  const { scenario, shown, alive, live, counting, playing, results, wake } = queue
  const { config, frame, end, outcome } = shown
  const [said, setSaid] = useState('')
  const [view, setView] = useState<View>('ways')
  const box = useRef<HTMLDivElement>(null)
  const lower = useRef<HTMLDivElement>(null)
  const { handsOn, fetchNow } = useHandsOn(live !== null, lower)
  useStage(box, shown)
  useOutOfSight(box, () => void queue.play(false))
  const now = counting === null || counting === 0 ? describeFrame(frame) : `Counting the run: ${Math.floor(counting * 100)}%.`
  const name = `${figure.scenarios[0]!.slug}-queue`
  const region = useAnnouncement(now, said)
  return (
    <div
      className="instrument bq"
      ref={box}
      data-view={view}
      data-alive={alive || undefined}
      data-ready={queue.ready || undefined}
      aria-busy={counting !== null}
      onPointerEnter={wake}
      onFocus={({ target }) => {
        wake()
        if (target.matches(':focus-visible')) fetchNow()
      }}
    >
      <Heading scenarios={figure.scenarios} chosen={scenario.slug} alive={alive} onChoose={(slug) => void queue.choose(slug)}>
        <Still printed={printed?.readouts} live={results && <results.Readouts measures={outcome.measures} />} />
      </Heading>
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
      <fieldset className="one-of bq-views" disabled={!alive}>
        <legend className="unseen">View</legend>
        {(Object.keys(views) as View[]).map((it) => (
          <label key={it}>
            <input type="radio" name={`${name}-view`} checked={view === it} onChange={() => setView(it)} />
            <span>{views[it]}</span>
          </label>
        ))}
      </fieldset>
      <section className="bq-panel bq-of-ways" aria-label="Both ways">
        <Still printed={printed?.ways} live={results && <results.BothWays {...shown} />} />
      </section>
      <section className="bq-panel bq-of-path" aria-label="Topology">
        <p className="bq-watch">{scenario.watch}</p>
        <Still printed={printed?.path} live={results && <results.Path layouts={shown.layouts} frame={frame} />} />
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
        <Still
          printed={printed?.charts}
          live={results && <results.ChartRow drawings={shown.drawings} at={frame.at} end={end} />}
        />
      </section>
      <div ref={lower}>
        <Still
          printed={printed?.lower}
          live={live && handsOn && <handsOn.HandsOn queue={queue} session={live} tables={figure.tables} onSay={setSaid} />}
        />
      </div>
      <Still printed={printed?.why} live={results && <results.Why scenario={scenario} shown={shown} />} />
      <div className="bq-foot">
        <span>{`Seed ${config.seed}, ${outcome.measures.events.toLocaleString('en-GB')} events. Simulated; nothing is sent.`}</span>
        <span className="bq-copied">{said}</span>
        <button type="button" disabled={!alive} onClick={() => void queue.copyLink().then(setSaid)}>
          Copy link
        </button>
      </div>
      <p className="unseen" role="status" ref={region} />
    </div>
  )
}
