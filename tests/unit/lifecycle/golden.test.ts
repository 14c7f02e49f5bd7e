import { describe, expect, it } from 'vitest'
import { describeStep, formatMicros } from '@/lib/lifecycle/describe'
import { describeTrace } from '@/lib/lifecycle/describe-trace'
import { stepsOf } from '@/lib/lifecycle/steps'
import { followRequest } from '@/lib/lifecycle/trace'
import { hashOfEverything, hashOfTrace } from '@/lib/lifecycle/trace-hash'
import { scenarios, words } from './shipped-content'

const golden = (name: string): string => new URL(`../../golden/lifecycle/${name}`, import.meta.url).pathname

describe('golden traces', () => {
  it.each(scenarios)('$id reads as it did', async (scenario) => {
    const one = followRequest(scenario)
    const steps = stepsOf(one.spans)
    const lines = [
      `${scenario.title} (seed ${scenario.seed}, request ${scenario.observe}, hash ${hashOfTrace(one)})`,
      ...describeTrace(one, words),
      `Response ${formatMicros(one.responseMicros)} = ${one.responseMicros} µs`,
      '',
      ...steps.map((step, index) => describeStep(step, index, steps.length, words)),
    ]
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(golden(`${scenario.id}.txt`))
  })

  it('of all scenarios x all toggles x 20 seeds have the one hash that a browser must find too', async () => {
    await expect(`${hashOfEverything(scenarios, 20)}\n`).toMatchFileSnapshot(golden('hash-of-everything.txt'))
  })
})
