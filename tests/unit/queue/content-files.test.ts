import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkWithSchemas } from '@/lib/cli/check-project'
import { messageOf } from '@/lib/content/check/problem'
import { printedScenario, queueFigure, queueSlugs } from '@/lib/content/queue'

describe('the files of the broker-queue scenarios', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'queue-'))
    const folder = 'content/scenarios/queue'
    cpSync(join(process.cwd(), folder), join(root, folder), { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true }))

  /** Of the scenarios: the rest of a site's content is not there. */
  const problems = async (): Promise<string[]> => {
    const { problems } = await checkWithSchemas(root)
    const ours = problems.filter((it) => it.file.includes('scenarios/queue/'))
    return ours.map((it) => `${it.file}:${it.line}:${it.column} ${it.rule}: ${messageOf(it)}`)
  }
  const problemsAfter = (file: string, edit: (text: string) => string): Promise<string[]> => {
    const path = join(root, 'content/scenarios/queue', file)
    writeFileSync(path, edit(readFileSync(path, 'utf8')))
    return problems()
  }

  it('have no fault as they are shipped', async () => {
    expect(await problems()).toEqual([])
  })

  it('name file, place and rule of a wrong setting', async () => {
    expect(await problemsAfter('01-steady.yaml', (it) => it.replace('workers: 8', 'workers: 800'))).toEqual([
      expect.stringMatching(/^content\/scenarios\/queue\/01-steady\.yaml:10:\d+ data: .*800.*1 to 64/),
    ])
  })

  it('say when a run does not bear out what is claimed of it, where it is claimed', async () => {
    expect(
      await problemsAfter('01-steady.yaml', (it) => it.replace('measure: apiP99, atMost: 10', 'measure: apiP99, atMost: 1')),
    ).toEqual([
      expect.stringMatching(
        /^content\/scenarios\/queue\/01-steady\.yaml:15:5 data: claims\.1: apiP99 of the run “main” is \d+.*, claimed is at most 1 \(/,
      ),
    ])
  })

  it('say when two of them have one name', async () => {
    expect(await problemsAfter('02-burst.yaml', (it) => it.replace('slug: burst', 'slug: steady'))).toEqual([
      'content/scenarios/queue/02-burst.yaml:1:7 data: slug: found "steady", which scenarios/queue/01-steady.yaml has already',
    ])
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
