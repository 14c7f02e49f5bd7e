import type { QueueConfig } from './settings'
import type { Journal } from './journal'
import { LINE_KINDS, type LineKind } from './line-names'
import { lineAt } from './journal-lines'
import { lineText } from './journal-text'
import type { Measures } from './measures'

// A run as text for golden files and figures without JavaScript: what it came to, how often each thing happened, and how it began.

const ROUTINE: ReadonlySet<LineKind> = new Set([
  'accepted',
  'answered',
  'outboxed',
  'relayed',
  'published',
  'delivered',
  'acked',
  'committed',
  'effect',
])
const FIRST_LINES = 24
const FIRST_NOTABLE = 40

export function traceText(journal: Journal, measures: Measures, broker: QueueConfig['broker']): string {
  const lines = Array.from({ length: journal.total - journal.first }, (_, at) => lineAt(journal, journal.first + at)!)
  const write = (line: (typeof lines)[number]): string =>
    `${(line.at / 1e6).toFixed(6).padStart(11)}  ${line.id < 0 ? '      ' : `#${line.id}`.padEnd(6)} ${lineText(line, broker)}`
  const notable = lines.filter((line) => !ROUTINE.has(line.kind))
  const counts = LINE_KINDS.map((kind) => [kind, lines.filter((line) => line.kind === kind).length] as const).filter(
    ([, count]) => count > 0,
  )
  return [
    `trace ${measures.hash}  ${measures.events} events, ${journal.total} lines`,
    ...percentileLines(measures),
    ...counts.map(([kind, count]) => `${kind.padEnd(14)} ${count}`),
    '',
    `the first ${FIRST_LINES} lines`,
    ...lines.slice(0, FIRST_LINES).map(write),
    '',
    `the first ${FIRST_NOTABLE} of ${notable.length} that are not routine`,
    ...notable.slice(0, FIRST_NOTABLE).map(write),
    '',
  ].join('\n')
}

function percentileLines(measures: Measures): string[] {
  return (['api', 'endToEnd', 'wait'] as const).map((name) => {
    const shown = measures[name].percentiles.map(
      ({ percent, value }) => `p${percent} ${value === null ? 'too few' : `${value} µs`}`,
    )
    return `${name.padEnd(14)} ${shown.join(', ')} (n = ${measures[name].samples})`
  })
}
