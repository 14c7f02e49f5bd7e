import { Island } from '@/components/islands/island'
import { BothWays } from '@/components/islands/broker-queue/both-ways'
import { ChartRow } from '@/components/islands/broker-queue/charts'
import { FirstLines } from '@/components/islands/broker-queue/first-lines'
import { BrokerQueue as Live } from '@/components/islands/broker-queue/island'
import { isFaultLine } from '@/components/islands/broker-queue/line-kinds'
import { StillLowerHalf } from '@/components/islands/broker-queue/lower-half'
import { Path } from '@/components/islands/broker-queue/path'
import { Readouts } from '@/components/islands/broker-queue/readouts'
import { shownRun } from '@/components/islands/broker-queue/runs'
import { SettingsList } from '@/components/islands/broker-queue/settings-list'
import { StillDots } from '@/components/islands/broker-queue/still-dots'
import type { PrintedLine, Shown } from '@/components/islands/broker-queue/view'
import { Why } from '@/components/islands/broker-queue/why'
import { printedScenario, queueFigure } from '@/lib/content/queue'
import { lineText } from '@/lib/queue/journal-text'
import type { PrintedRun } from '@/lib/queue/printed-run'

const labHref = '/lab/broker-queue/'

/** A printed chart needs fewer points than one that is looked into. */
const PRINTED_POINTS = 75

export const shownOf = (run: PrintedRun): Shown => ({
  ...shownRun(run, PRINTED_POINTS),
  otherWay: run.otherWay,
  against: run.against,
})

export function printedLines({ lines, config }: PrintedRun, most: number): PrintedLine[] {
  return lines.slice(0, most).map((line) => ({
    at: line.at,
    id: line.id,
    text: lineText(line, config.broker),
    isFault: isFaultLine(line.kind),
  }))
}

const limits = [
  'No network but the round trip to the broker: no packet loss, no reconnect storms, no TLS.',
  'One broker node: no replication, quorum queues, in-sync replicas or leader election; a broker that is down is down as a whole.',
  'Workers are alike, do one batch at a time and never run out of memory; the dependency is a limit on calls, not a system of its own.',
  'RabbitMQ flow control, consumer priorities, Redis memory eviction, Kafka transactions and log compaction are left out.',
  'Arrivals are Poisson, in bursts if asked for; days and weeks are not.',
]

function Limits({ open }: { open: boolean }) {
  return (
    <details className="bq-limits" open={open}>
      <summary>What this does not model</summary>
      <ul>
        {limits.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </details>
  )
}

/** `<BrokerQueue scenario="burst" />` in MDX; the lab's own page owns the fragment and is `linked`. */
export function BrokerQueue({ scenario, linked = false }: { scenario: string; linked?: boolean }) {
  const { run } = printedScenario(scenario)
  const figure = queueFigure(scenario)
  const first = shownOf(run)
  const props = { figure, first, linked, labHref }
  const printed = {
    readouts: <Readouts measures={first.outcome.measures} />,
    ways: <BothWays {...first} />,
    path: <Path layouts={first.layouts} frame={first.frame} Dots={StillDots} />,
    charts: <ChartRow drawings={first.drawings} at={first.frame.at} end={first.end} />,
    lower: (
      <StillLowerHalf
        settings={<SettingsList config={first.config} tables={figure.tables} />}
        log={<FirstLines lines={printedLines(run, 24)} of={run.total} />}
      />
    ),
    why: <Why scenario={figure.scenarios[0]!} shown={first} />,
  }
  return (
    <figure className="bq-figure">
      <Island name="broker-queue" props={props}>
        <Live {...props} printed={printed} />
      </Island>
      <Limits open={linked} />
      {!linked && (
        <figcaption>
          <a href={labHref}>The same instrument in the lab</a>, with all twelve scenarios.
        </figcaption>
      )}
    </figure>
  )
}
