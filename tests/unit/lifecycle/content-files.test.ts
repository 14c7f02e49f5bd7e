import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lifecycleFigure, lifecycleProblems } from '@/lib/content/lifecycle'
import { sayYamlProblem } from '@/lib/content/yaml-file'

const parts = ['lifecycle', 'scenarios/lifecycle', 'topology']

describe('the files of the lifecycle', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lifecycle-'))
    for (const part of parts) cpSync(join(process.cwd(), 'content', part), join(root, 'content', part), { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const problemsAfter = (file: string, edit: (text: string) => string): string[] => {
    const path = join(root, 'content', file)
    writeFileSync(path, edit(readFileSync(path, 'utf8')))
    return lifecycleProblems(root).map(sayYamlProblem)
  }

  it('have no fault as they are shipped', () => {
    expect(lifecycleProblems(root)).toEqual([])
  })

  it('name file, line and rule of a wrong setting, with the nearest right word', () => {
    const [problem] = problemsAfter('scenarios/lifecycle/slow-database.yaml', (it) => it.replace('queryTimeout', 'queryTimeut'))
    expect(problem).toMatch(
      /^content\/scenarios\/lifecycle\/slow-database\.yaml:12:\d+: settings: found the key "queryTimeut".*did you mean "queryTimeout"\?$/,
    )
  })

  it('count the entries of a list as a reader does', () => {
    const [problem] = problemsAfter('lifecycle/stages.yaml', (it) => it.replace(/reads: \[.*\]/, 'reads: [7]'))
    expect(problem).toMatch(/reads\.1: /)
  })

  it('name the place of what is no YAML at all', () => {
    const [problem] = problemsAfter('lifecycle/words.yaml', (it) => `${it}\n  broken: [`)
    expect(problem).toMatch(/^content\/lifecycle\/words\.yaml:\d+:\d+: /)
  })

  it('say when a scenario does not end as it promises', () => {
    expect(problemsAfter('scenarios/lifecycle/cold-read.yaml', (it) => it.replace('reason: served', 'reason: accepted'))).toEqual(
      ['content/scenarios/lifecycle/cold-read.yaml:1:1: expect: found 200 accepted, but the model answers 200 served'],
    )
  })

  it('are named when a figure asks for a scenario that is not there', () => {
    expect(() => lifecycleFigure('cold-reed')).toThrow(/scenario="cold-reed" is no file.*did you mean "cold-read"\?/)
  })
})

describe('what the live figure is given', () => {
  it('puts its own scenario first and carries only settings that differ from their presets', () => {
    const { scenarios } = lifecycleFigure('slow-database')
    expect(scenarios[0]).toMatchObject({ id: 'slow-database', settings: { queryTimeout: 150_000, rate: 20 } })
    expect(scenarios).toHaveLength(16)
  })
})
