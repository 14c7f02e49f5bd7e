import { type Line, lineAt, type LineFilter, matchingLines } from './journal-lines'
import { lineJson, lineText } from './journal-text'
import type { Command, Reply } from './protocol'
import type { Simulation } from './simulation'

// The log in words, for those who look at it.

export function linesOf(sim: Simulation, { request, filter, from, count }: Extract<Command, { type: 'lines' }>): Reply {
  const found = matchingLines(sim.journal, filter)
  const lines = Array.from(found.subarray(from, from + count)).flatMap((index) => {
    const line = lineAt(sim.journal, index)
    return line === null ? [] : { ...line, text: lineText(line, sim.config.broker) }
  })
  return { type: 'lines', request, total: found.length, from, lines }
}

export function exportLines(sim: Simulation, filter: LineFilter): string {
  const lines = Array.from(matchingLines(sim.journal, filter), (index) => lineAt(sim.journal, index)).filter(
    (line): line is Line => line !== null,
  )
  return lines.map((line) => `${lineJson(line, sim.config.broker)}\n`).join('')
}
