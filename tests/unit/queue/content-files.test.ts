import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { printedScenario, queueFigure, queueProblems, queueSlugs } from '@/lib/content/queue'
import { sayYamlProblem } from '@/lib/content/yaml-file'

describe('the files of the broker-queue scenarios', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'queue-'))
    const folder = 'content/scenarios/queue'
    cpSync(join(process.cwd(), folder), join(root, folder), { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const problemsAfter = (file: string, edit: (text: string) => string): string[] => {
    const path = join(root, 'content/scenarios/queue', file)
    writeFileSync(path, edit(readFileSync(path, 'utf8')))
    return queueProblems(root).map(sayYamlProblem)
  }

  it('have no fault as they are shipped', () => {
    expect(queueProblems(root)).toEqual([])
  })

  it('name file, line and rule of a wrong setting', () => {
    expect(problemsAfter('01-steady.yaml', (it) => it.replace('workers: 8', 'workers: 800'))).toEqual([
      expect.stringMatching(
        /^content\/scenarios\/queue\/01-steady\.yaml:\d+:\d+: settings\.workers: .*found 800, allowed is a whole number from 1 to 64$/,
      ),
    ])
  })

  it('say when a run does not bear out what is claimed of it', () => {
    expect(
      problemsAfter('01-steady.yaml', (it) => it.replace('measure: apiP99, atMost: 10', 'measure: apiP99, atMost: 1')),
    ).toEqual([expect.stringMatching(/01-steady\.yaml:1:1: claims: steady, main: apiP99 is \d+.*claimed -Infinity to 1/)])
  })

  it('say when two of them have one name', () => {
    expect(problemsAfter('02-burst.yaml', (it) => it.replace('slug: burst', 'slug: steady'))[0]).toContain(
      'slug: found "steady", which scenarios/queue/01-steady.yaml has already',
    )
  })

  it('are named when a figure asks for a scenario that is not there', () => {
    expect(() => queueFigure('burts')).toThrow(/scenario="burts" is no scenario.*did you mean "burst"\?/)
  })
})

describe('what the figure is given', () => {
  it('puts its own scenario first, and each with the measures it is held to', () => {
    const { scenarios } = queueFigure('hot-partition')
    expect(scenarios[0]?.slug).toBe('hot-partition')
    expect(scenarios).toHaveLength(12)
    expect(scenarios[0]?.facts.map((it) => it.measure)).toEqual(['lagShareOfWorst', 'endToEndP99', 'outOfOrder'])
  })

  it.each(queueSlugs())('%s: prints one moment, the whole run, both ways and how the log begins', (slug) => {
    const { scenario, run } = printedScenario(slug)
    expect(run.frame.at).toBeGreaterThan(0)
    expect(run.frame.at).toBeLessThanOrEqual(run.end)
    expect(run.charts.points.ready.length).toBeGreaterThan(20)
    expect(run.outcome.facts).toHaveLength(scenario.facts.length)
    expect(run.otherWay.measures.requests).toBe(run.outcome.measures.requests)
    expect(run.against?.facts).toHaveLength(scenario.facts.length)
    expect(run.lines[0]?.kind).toBe('ready')
  })
})
