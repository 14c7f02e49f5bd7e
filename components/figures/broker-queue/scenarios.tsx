import { scenarioAddress } from '@/components/islands/broker-queue/address'
import { BothWays } from '@/components/islands/broker-queue/both-ways'
import { ChartRow } from '@/components/islands/broker-queue/charts'
import { Facts } from '@/components/islands/broker-queue/facts'
import { FirstLines } from '@/components/islands/broker-queue/first-lines'
import { StillDots } from '@/components/islands/broker-queue/still-dots'
import { Theory } from '@/components/islands/broker-queue/theory'
import { Topology } from '@/components/islands/broker-queue/topology'
import { describeFrame } from '@/components/islands/broker-queue/words'
import { printedLines, shownOf } from '@/components/prose/broker-queue'
import { printedScenario, queueSlugs } from '@/lib/content/queue'

/** Every scenario whole, as the model ran it while the page was printed. */
export function QueueScenarios() {
  return (
    <div className="bq-scenarios">
      {queueSlugs().map((slug, at) => (
        <Scenario key={slug} slug={slug} number={at + 1} />
      ))}
    </div>
  )
}

function Scenario({ slug, number }: { slug: string; number: number }) {
  const { scenario, run } = printedScenario(slug)
  const shown = shownOf(run)
  const { frame, end, outcome, layouts } = shown
  return (
    <details className="bq-scenario" id={`scenario-${slug}`} name="queue-scenario">
      <summary>
        <span className="number">{number}</span> <b>{scenario.title}</b> <span>{scenario.question}</span>
      </summary>
      <div className="bq">
        <p className="bq-teaches">{scenario.teaches}</p>
        <p>
          <a href={`#${scenarioAddress(slug)}`}>Open it in the instrument</a>
        </p>
        <Facts scenario={scenario} main={outcome} against={shown.against} />
        <p className="bq-watch">{describeFrame(frame)}</p>
        <Topology layouts={layouts} frame={frame} Dots={StillDots} />
        <ChartRow drawings={shown.drawings} at={frame.at} end={end} />
        <BothWays {...shown} />
        <Theory expectations={shown.expectations} measures={outcome.measures} />
        <FirstLines lines={printedLines(run, 12)} of={run.total} />
      </div>
    </details>
  )
}
