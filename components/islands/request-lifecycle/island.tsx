'use client'

import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useAnnouncement, useOutOfSight } from '@/components/islands/attention'
import { Still } from '@/components/islands/still'
import type { FigureScenario, LifecycleFigure } from '@/lib/content/lifecycle'
import { describeStep } from '@/lib/lifecycle/describe'
import { arrowsOf } from '@/lib/lifecycle/topology'
import { Failures } from './failures'
import { CompareWith } from './compare-with'
import { Heading, Views } from './heading'
import { Notices } from './notices'
import { usePlayback } from './playback'
import { StepList } from './steps'
import { TopologyView } from './topology'
import { Transport } from './transport'
import { useLifecycle } from './use-lifecycle'
import { Waterfall } from './waterfall'

/** What is printed and left alone until the engine comes, which brings the code for it. */
export type Printed = {
  readonly payload: ReactNode
  readonly answer: ReactNode
  readonly effects: ReactNode
  readonly distribution: ReactNode
}

export type RequestLifecycleProps = {
  figure: LifecycleFigure
  /** This figure owns the page's fragment. Elsewhere a copied link leads to the lab, where it can be read. */
  linked: boolean
  labHref: string
  printed?: Printed
}

/** Follow one request stage by stage: one playhead through the path, the waterfall and the steps. */
export function RequestLifecycle({ figure, linked, labHref, printed }: RequestLifecycleProps) {
  const life = useLifecycle(figure, linked)
  const { choice, followed, position, alive, choose, move, toStep, counted, tools } = life
  const [playing, setPlaying] = useState(false)
  const [copied, setCopied] = useState({ text: '', choice, position })
  const box = useRef<HTMLFormElement>(null)
  usePlayback(tools?.play, playing, followed, choice.speed, { position, move, stop: () => setPlaying(false) })
  useOutOfSight(box, () => setPlaying(false))
  const { words, scenarios, topology } = figure
  const { trace, steps } = followed
  const arrows = useMemo(() => arrowsOf(steps, topology.edges), [steps, topology])
  const scenario = scenarios.find((it) => it.id === choice.scenario) ?? scenarios[0]!
  const now = describeStep(steps[position.step]!, position.step, steps.length, words)
  // It speaks of a link to what is shown, and is gone when that changes.
  const link = copied.choice === choice && copied.position === position ? copied.text : ''
  const region = useAnnouncement(now, tools?.describeTrace(trace, words)[0] ?? '', link)
  const goTo = (step: number) => {
    setPlaying(false)
    toStep(step)
  }
  const toScenario = ({ id, seed, observe, budgetMicros }: FigureScenario) => {
    setPlaying(false)
    choose({ scenario: id, seed, index: observe, toggles: {}, settings: {}, budgetMicros, compare: null })
  }
  const copy = async () => {
    const fragment = await life.linkOf()
    if (fragment === undefined) return
    const address = `${new URL(linked ? location.pathname : labHref, location.href).href.split('#')[0]}#${fragment}`
    if (linked) history.replaceState(null, '', `#${fragment}`)
    const text = await navigator.clipboard.writeText(address).then(
      () => 'Link copied.',
      () => `The link: ${address}`,
    )
    setCopied({ text, choice, position })
  }
  return (
    // A form of its own keeps the radio buttons of two figures on one page apart without names that only one of them has.
    <form
      className="instrument lc"
      ref={box}
      data-view={choice.view}
      data-alive={alive || undefined}
      onPointerEnter={life.wake}
      onFocus={life.wake}
      onSubmit={(event) => event.preventDefault()}
    >
      <Heading
        scenarios={scenarios}
        scenario={choice.scenario}
        trace={trace}
        budgetMicros={choice.budgetMicros}
        alive={alive}
        onScenario={toScenario}
      />
      <Notices notices={life.notices} onDismiss={life.dismiss} />
      <p className="lc-question">{scenario.question}</p>
      <Views view={choice.view} alive={alive} onView={(view) => choose({ view })} />
      <div className="lc-panel lc-topology">
        <TopologyView
          figure={figure}
          followed={followed}
          position={position}
          arrows={arrows}
          Travelling={tools?.Message}
          onPick={(stage) => goTo(steps.findIndex((it) => it.span.stage === stage))}
        />
        <p className="lc-legend">
          A circled number is the order in which the request first walks an arrow; it stands at the same step in the list.
        </p>
      </div>
      <Transport
        followed={followed}
        position={position}
        playing={playing}
        speed={choice.speed}
        alive={alive}
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
        <div className="lc-main">
          <section className="lc-panel lc-waterfall-panel" aria-label="Waterfall">
            <Waterfall
              followed={followed}
              words={words}
              position={position}
              budgetMicros={choice.budgetMicros}
              alive={alive}
              onPick={(span) => goTo(steps.findIndex((it) => it.span.id === span))}
            />
          </section>
          <section className="lc-answer-panel" aria-label="Answer">
            <p className="lc-title">How it ends</p>
            <Still printed={printed?.answer} live={tools && <tools.Answer trace={trace} words={words} />} />
            <p className="lc-teaches">{scenario.teaches}</p>
          </section>
        </div>
        <div className="lc-side">
          <section className="lc-panel lc-list-panel" aria-label="Steps">
            <p className="lc-title">Steps</p>
            <StepList followed={followed} words={words} arrows={arrows} step={position.step} alive={alive} onStep={goTo} />
          </section>
          <section className="lc-panel lc-payload-panel" aria-label="Payload">
            <p className="lc-title">Payload at this step</p>
            <Still
              printed={printed?.payload}
              live={tools && <tools.PayloadView trace={trace} span={steps[position.step]!.span} words={words} />}
            />
          </section>
        </div>
      </div>
      <Failures
        words={words}
        ofScenario={scenario.toggles}
        ofReader={choice.toggles}
        alive={alive}
        onToggles={(toggles) => choose({ toggles })}
      >
        <Still
          printed={printed?.effects}
          live={tools && <tools.Effects trace={trace} words={words} without={life.isStale ? [] : counted.without} />}
        />
      </Failures>
      <section className="lc-panel lc-distribution-panel" aria-label="Distribution">
        <p className="lc-title">The same for 10,000 requests</p>
        <Still
          printed={printed?.distribution}
          live={
            tools && (
              <tools.DistributionView
                distribution={counted.distribution}
                isStale={life.isStale}
                budgetMicros={choice.budgetMicros}
                words={words}
                controls={{
                  onBudget: (budgetMicros) => choose({ budgetMicros }),
                  onExample: (index) => choose({ index }),
                }}
              />
            )
          }
        />
      </section>
      <div className="lc-compare">
        <CompareWith
          scenarios={scenarios}
          shown={scenario.id}
          compare={choice.compare}
          alive={alive}
          onCompare={(compare) => choose({ compare })}
        />
        {tools && counted.comparison && counted.comparison.id === choice.compare && (
          <tools.Comparison
            comparison={counted.comparison}
            words={words}
            titles={['What is shown', scenarios.find(({ id }) => id === choice.compare)!.title]}
          />
        )}
      </div>
      <details className="lc-more" onToggle={life.wake}>
        <summary>Change the assumed numbers</summary>
        {tools && (
          <tools.Assumptions
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
        <span className="lc-copied">{link}</span>
      </div>
      <p className="unseen" role="status" ref={region} />
    </form>
  )
}
