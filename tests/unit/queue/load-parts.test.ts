import { describe, expect, it } from 'vitest'
import { type LoadedParts, loadParts } from '@/lib/queue/load-parts'
import type { Command } from '@/lib/queue/protocol'
import { configOf } from '@/lib/queue/workloads'
import { action } from './small-run'

async function partsAfter(...commands: Command[]): Promise<string[]> {
  const parts: LoadedParts = {}
  for (const command of commands) await loadParts(parts, command)
  return Object.keys(parts).toSorted()
}

const start = (settings: Parameters<typeof configOf>[0]): Command => ({ type: 'start', config: configOf(settings), micros: 0 })

describe('the parts of the simulator', () => {
  it.each(['rabbitmq', 'redis', 'kafka'] as const)('a run on %s needs that broker alone', async (broker) => {
    expect(await partsAfter(start({ broker }), { type: 'play', until: Infinity }, { type: 'seek', micros: 1 })).toEqual([broker])
  })

  it('work inside the request needs no broker', async () => {
    expect(await partsAfter(start({ placement: 'inline' }))).toEqual([])
  })

  it('trouble comes with a run that has some, or with the first', async () => {
    const fails = action('fail', 5)
    expect(await partsAfter(start({ broker: 'redis', actions: [fails] }))).toEqual(['act', 'redis', 'trouble'])
    const act: Command = { type: 'act', action: { kind: 'kill', target: 0, last: 0, value: 0 } }
    expect(await partsAfter(start({ broker: 'redis' }), act)).toEqual(['act', 'redis', 'trouble'])
  })

  it('log-normal service times come with a run that has them', async () => {
    expect(await partsAfter(start({ broker: 'redis', service: 'logNormal' }))).toEqual(['logNormal', 'redis'])
  })

  it('the log and the summary come when they are asked for, and what a run is held against with them', async () => {
    const lines: Command = { type: 'lines', request: 1, filter: {}, from: 0, count: 1 }
    expect(await partsAfter(start({ broker: 'redis' }), lines)).toEqual(['exportLines', 'linesOf', 'redis'])
    expect(await partsAfter(start({ broker: 'redis' }), { type: 'measure' })).toEqual([
      'chartsOf',
      'createOthers',
      'redis',
      'summarise',
    ])
    const others: Command = { type: 'others', request: 1, configs: [configOf({ broker: 'kafka' })], facts: [] }
    expect(await partsAfter(start({ broker: 'redis' }), others)).toEqual([
      'chartsOf',
      'createOthers',
      'kafka',
      'redis',
      'summarise',
    ])
  })
})
