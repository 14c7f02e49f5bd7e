'use client'

import { useRef, useState } from 'react'
import type { LifecycleFigure } from '@/lib/content/lifecycle'
import { describeStep, formatMicros } from '@/lib/lifecycle/describe'
import { DistributionView } from './distribution'
import { Failures } from './failures'
import { Answer, PayloadView } from './payload'
import { useAnnouncement, useOutOfSight, usePlayback } from './playback'
import { StepList } from './steps'
import { TopologyView } from './topology'
import { Transport } from './transport'
import { useLifecycle } from './use-lifecycle'
import { Waterfall } from './waterfall'

/** `linked`: this figure owns the page's fragment. Elsewhere a copied link leads to the lab, where it can be read. */
export type RequestLifecycleProps = { figure: LifecycleFigure; linked: boolean; labHref: string }

const views = { topology: 'Path', waterfall: 'Time', list: 'Steps', payload: 'Payload', distribution: 'Many' } as const
type View = keyof typeof views

/** Follow one request stage by stage: one playhead through the path, the waterfall and the steps. */
export function RequestLifecycle({ figure, linked, labHref }: RequestLifecycleProps) {
  const life = useLifecycle(figure, linked)
  const { choice, followed, position, alive, choose, move, toStep, comparison } = life
  const [playing, setPlaying] = useState(false)
  const [copied, setCopied] = useState('')
  const box = useRef<HTMLDivElement>(null)
  usePlayback(life.tools?.play, playing, followed, choice.speed, { position, move, stop: () => setPlaying(false) })
  useOutOfSight(box, () => setPlaying(false))
  const { words, scenarios } = figure
  const { trace, steps } = followed
  const scenario = scenarios.find((it) => it.id === choice.scenario) ?? scenarios[0]!
  const now = describeStep(steps[position.step]!, position.step, steps.length, words)
  const region = useAnnouncement(copied || now)
  const goTo = (step: number) => {
    setPlaying(false)
    toStep(step)
  }
  const pick = (span: number) => goTo(steps.findIndex((it) => it.span.id === span))
  const copy = async () => {
    const fragment = await life.linkOf()
    const address = `${new URL(linked ? location.pathname : labHref, location.href).href.split('#')[0]}#${fragment}`
    if (linked) history.replaceState(null, '', `#${fragment}`)
    await navigator.clipboard.writeText(address).then(
      () => setCopied('Link copied.'),
      () => setCopied(`The link: ${address}`),
    )
  }
  const others = scenarios.filter((it) => it.id !== choice.scenario)
  return (
    <div
      className="instrument lc"
      ref={box}
      data-view={choice.view}
      data-alive={alive || undefined}
      onPointerEnter={life.wake}
      onFocus={life.wake}
    >
      <div className="instrument-head">
        <strong>Request lifecycle</strong>
        <label className="lc-field">
          Scenario
          <select
            value={choice.scenario}
            disabled={!alive}
            onChange={({ target }) => {
              const next = scenarios.find((it) => it.id === target.value)!
              setPlaying(false)
              choose({
                scenario: next.id,
                seed: next.seed,
                index: next.observe,
                toggles: {},
                settings: {},
                budgetMicros: next.budgetMicros,
                compare: null,
              })
            }}
          >
            {[...scenarios]
              .sort((a, b) => a.title.localeCompare(b.title, 'en'))
              .map((it) => (
                <option key={it.id} value={it.id}>
                  {it.title}
                </option>
              ))}
          </select>
        </label>
        <span className="readouts">
          <span>
            status <b>{trace.answer.status}</b>
          </span>
          <span>
            response <b>{formatMicros(trace.responseMicros)}</b>
          </span>
          <span>
            budget <b>{formatMicros(choice.budgetMicros)}</b>
          </span>
        </span>
      </div>
      {life.notices.length > 0 && (
        <div className="lc-notices" role="alert">
          <ul>
            {life.notices.map((it, at) => (
              <li key={at}>{it}</li>
            ))}
          </ul>
          <button type="button" onClick={life.dismiss}>
            Dismiss
          </button>
        </div>
      )}
      <p className="lc-question">{scenario.question}</p>
      <fieldset className="lc-views" disabled={!alive}>
        <legend className="unseen">View</legend>
        {(Object.keys(views) as View[]).map((it) => (
          <label key={it}>
            <input
              type="radio"
              name={`${scenarios[0]!.id}-view`}
              checked={choice.view === it}
              onChange={() => choose({ view: it })}
            />
            <span>{views[it]}</span>
          </label>
        ))}
      </fieldset>
      <div className="lc-panel lc-topology">
        <TopologyView figure={figure} followed={followed} position={position} Travelling={life.tools?.Message} />
      </div>
      <Transport
        followed={followed}
        position={position}
        playing={playing}
        speed={choice.speed}
        alive={alive}
        name={scenarios[0]!.id}
        onPlay={(next) => {
          life.wake()
          setPlaying(next)
        }}
        onMove={move}
        onSpeed={(speed) => choose({ speed })}
      />
      <p className="lc-nowline" aria-hidden="true">
        {now}
      </p>
      <div className="lc-columns">
        <section className="lc-panel lc-waterfall-panel" aria-label="Waterfall">
          <Waterfall followed={followed} words={words} position={position} budgetMicros={choice.budgetMicros} onPick={pick} />
          <p className="lc-legend">
            <span className="lc-key lc-critical">critical path</span> <span className="lc-key lc-open">the rest of a span</span>{' '}
            <span className="lc-key lc-fault">failed</span>
            {trace.finishedMicros > trace.responseMicros && (
              <span className="lc-key lc-async">after the commit, on its own axis</span>
            )}
          </p>
        </section>
        <section className="lc-panel lc-list-panel" aria-label="Steps">
          <p className="lc-title">Steps</p>
          <StepList followed={followed} words={words} step={position.step} alive={alive} onStep={goTo} />
        </section>
        <section className="lc-panel lc-payload-panel" aria-label="Payload">
          <p className="lc-title">Payload at this step</p>
          <PayloadView followed={followed} words={words} step={position.step} />
        </section>
        <section className="lc-answer-panel" aria-label="Answer">
          <p className="lc-title">How it ends</p>
          <Answer followed={followed} words={words} />
          <p className="lc-teaches">{scenario.teaches}</p>
        </section>
      </div>
      <Failures
        followed={followed}
        words={words}
        ofScenario={scenario.toggles}
        ofReader={choice.toggles}
        alive={alive}
        onToggles={(toggles) => choose({ toggles })}
      />
      <section className="lc-panel lc-distribution-panel" aria-label="Distribution">
        <p className="lc-title">The same for 10,000 requests</p>
        <DistributionView
          distribution={life.distribution.of}
          isStale={life.distribution.isStale}
          budgetMicros={choice.budgetMicros}
          words={words}
          alive={alive}
          onBudget={(budgetMicros) => choose({ budgetMicros })}
          onExample={(index) => choose({ index })}
        />
      </section>
      <div className="lc-compare">
        <label className="lc-field">
          Compare with
          <select
            value={choice.compare ?? ''}
            disabled={!alive}
            onChange={({ target }) => choose({ compare: target.value || null })}
          >
            <option value="">nothing</option>
            {others.map((it) => (
              <option key={it.id} value={it.id}>
                {it.title}
              </option>
            ))}
          </select>
        </label>
        {comparison && life.tools && (
          <life.tools.Comparison
            differences={comparison.differences}
            words={words}
            titles={[scenario.title, scenarios.find((it) => it.id === comparison.id)!.title]}
          />
        )}
      </div>
      <details className="lc-more" onToggle={life.wake}>
        <summary>Change the assumed numbers</summary>
        {life.tools && (
          <life.tools.Assumptions
            assumptions={figure.assumptions}
            derived={figure.derived}
            settings={trace.settings}
            ofReader={choice.settings}
            onSettings={(settings) => choose({ settings })}
          />
        )}
      </details>
      <div className="lc-foot">
        <span>{`Seed ${choice.seed}, request ${choice.index} of the run. Simulated; nothing is sent.`}</span>
        <button type="button" disabled={!alive} onClick={() => void copy()}>
          Copy link
        </button>
        <span className="lc-copied">{copied}</span>
      </div>
      <p className="unseen" role="status" ref={region} />
    </div>
  )
}
