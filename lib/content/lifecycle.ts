import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { reasons } from '@/lib/lifecycle/answers'
import { type Assumption, type SettingKey, settingKeys, type SettingOverrides } from '@/lib/lifecycle/assumptions'
import { type Distribution, distribute } from '@/lib/lifecycle/distribution'
import { flaws, type Scenario } from '@/lib/lifecycle/scenario'
import { outcomes, parts } from '@/lib/lifecycle/span'
import { type StageId, stageIds } from '@/lib/lifecycle/stages'
import type { Topology } from '@/lib/lifecycle/topology'
import { followRequest, type Trace } from '@/lib/lifecycle/trace'
import { failuresOf, type Without, withoutFailure } from '@/lib/lifecycle/without'
import type { Words } from '@/lib/lifecycle/words'
import { lifecycleAssumptionsSchema, lifecycleStagesSchema, lifecycleWordsSchema } from './lifecycle-catalogue'
import { lifecycleScenarioSchema } from './lifecycle-scenario'
import { lifecycleTopologySchema } from './lifecycle-topology'
import { nearestWord } from './nearest-word'
import { readYamlFile, sayYamlProblem, type YamlProblem } from './yaml-file'

type Written = { readonly title: string; readonly question: string; readonly teaches: string }

/** A scenario as the page carries it: only the settings that differ from their presets. */
export type FigureScenario = Omit<Scenario, 'settings'> & Written & { readonly settings: SettingOverrides }
export type FigureAssumption = Assumption & { readonly label: string; readonly why: string }
export type FigureAssumptions = Readonly<Record<SettingKey, FigureAssumption>>
export type DerivedWords = Readonly<Record<string, { readonly label: string; readonly formula: string }>>

/** All that the live figure is given: its first state is computed here, its engine comes when it is first needed. */
export type LifecycleFigure = {
  readonly words: Words
  readonly derived: DerivedWords
  readonly topology: Topology
  readonly assumptions: FigureAssumptions
  /** The one shown first stands first. */
  readonly scenarios: readonly FigureScenario[]
  readonly trace: Trace
  readonly without: readonly Without[]
  readonly distribution: Distribution
}

export type StageText = {
  readonly stage: StageId
  readonly name: string
  readonly happens: string
  readonly exists: string
  readonly without: string
  readonly alternatives: readonly string[]
  readonly slow: string
  readonly fails: string
}

export type ScenarioResult = Written & { readonly id: string; readonly trace: Trace; readonly distribution: Distribution }

/** What is printed around the figure and never travels as data. */
export type LifecycleTexts = {
  readonly stages: readonly StageText[]
  readonly precedence: readonly string[]
  readonly notModelled: readonly string[]
}

const folder = 'scenarios/lifecycle'

function loadCatalogue(root: string) {
  const problems: YamlProblem[] = []
  const read = <Value>(file: string, schema: z.ZodType<Value>): Value | null => {
    const { value, problems: found } = readYamlFile(root, file, schema)
    problems.push(...found)
    return value
  }
  const assumptions = read('lifecycle/assumptions.yaml', lifecycleAssumptionsSchema(settingKeys))
  const stages = read('lifecycle/stages.yaml', lifecycleStagesSchema(stageIds))
  const words = read('lifecycle/words.yaml', lifecycleWordsSchema({ parts, outcomes, reasons }))
  const topology = read('topology/lifecycle.yaml', lifecycleTopologySchema(stageIds))
  const schema = assumptions && lifecycleScenarioSchema({ stages: stageIds, settings: assumptions, flaws, reasons })
  const files = readdirSync(join(root, 'content', folder))
    .filter((it) => it.endsWith('.yaml'))
    .toSorted()
  const scenarios = files.flatMap((name) => {
    const file = `${folder}/${name}`
    const scenario = schema && read(file, schema)
    if (!scenario) return []
    if (scenario.id !== name.replace('.yaml', ''))
      problems.push({ file, line: 1, column: 1, message: `id: found "${scenario.id}", allowed: the name of the file` })
    return [{ ...scenario, file }]
  })
  return { problems, assumptions, stages, words, topology, scenarios }
}

/** Beyond its form, a scenario has to end as it says it does. */
function wrongEndings({ scenarios }: ReturnType<typeof loadCatalogue>): YamlProblem[] {
  return scenarios.flatMap(({ file, expect, ...scenario }) => {
    const { status, reason } = followRequest(scenario).answer
    if (status === expect.status && reason === expect.reason) return []
    return [
      {
        file,
        line: 1,
        column: 1,
        message: `expect: found ${expect.status} ${expect.reason}, but the model answers ${status} ${reason}`,
      },
    ]
  })
}

export function lifecycleProblems(root: string): YamlProblem[] {
  const catalogue = loadCatalogue(root)
  return [...catalogue.problems, ...wrongEndings(catalogue)]
}

function catalogueOf(root: string) {
  const { problems, ...catalogue } = loadCatalogue(root)
  const wrong = [...problems, ...wrongEndings({ problems, ...catalogue })]
  const { assumptions, stages, words, topology, scenarios } = catalogue
  if (wrong.length > 0 || !assumptions || !stages || !words || !topology) throw new Error(wrong.map(sayYamlProblem).join('\n'))
  return { assumptions, stages, words, topology, scenarios }
}

// A build asks for it from several pages; a preview sees the change with its next start.
let remembered: ReturnType<typeof catalogueOf> | null = null
const catalogue = () => (remembered ??= catalogueOf(process.cwd()))

function toFigureScenario({ settings, ...rest }: ReturnType<typeof catalogueOf>['scenarios'][number]): FigureScenario {
  const { assumptions } = catalogue()
  const own = settingKeys.filter((key) => settings[key] !== assumptions[key].preset).map((key) => [key, settings[key]])
  const { id, title, question, teaches, seed, observe, request, start, toggles, budgetMicros } = rest
  return {
    id,
    title,
    question,
    teaches,
    seed,
    observe,
    request,
    start,
    toggles,
    budgetMicros,
    settings: Object.fromEntries(own) as SettingOverrides,
  }
}

export function lifecycleFigure(id: string): LifecycleFigure {
  const { assumptions, stages, words, topology, scenarios } = catalogue()
  const shown = scenarios.find((it) => it.id === id)
  const ids = scenarios.map((it) => it.id)
  if (!shown) {
    const nearest = nearestWord(id, ids)
    throw new Error(
      `RequestLifecycle: scenario="${id}" is no file in content/${folder}; allowed: ${ids.join(', ')}${nearest ? `; did you mean "${nearest}"?` : ''}.`,
    )
  }
  const trace = followRequest(shown)
  const short = stageIds.map((stage) => {
    const { name, kind, slow, fails, reads, adds } = stages[stage]
    return [stage, { name, kind, slow, fails, reads, adds }] as const
  })
  const { parts: partWords, outcomes: outcomeWords, reasons: reasonWords, effects, sentences, notices, derived } = words
  return {
    words: {
      stages: Object.fromEntries(short) as unknown as Words['stages'],
      parts: partWords,
      outcomes: outcomeWords,
      reasons: reasonWords,
      effects,
      sentences,
      notices,
    },
    derived,
    topology,
    assumptions,
    scenarios: [shown, ...scenarios.filter((it) => it !== shown)].map(toFigureScenario),
    trace,
    without: failuresOf(trace).map((stage) => withoutFailure(shown, {}, stage)),
    distribution: distribute(shown),
  }
}

export function lifecycleTexts(): LifecycleTexts {
  const { stages, words } = catalogue()
  return {
    stages: stageIds.map((stage) => ({ stage, ...stages[stage] })),
    precedence: words.precedence,
    notModelled: words.notModelled,
  }
}

/** Every scenario as it ends: one request, and all requests of its run. */
export function scenarioResults(): ScenarioResult[] {
  return catalogue().scenarios.map((it) => ({
    id: it.id,
    title: it.title,
    question: it.question,
    teaches: it.teaches,
    trace: followRequest(it),
    distribution: distribute(it),
  }))
}
