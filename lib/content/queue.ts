import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ClaimMeasure } from '@/lib/queue/claims'
import type { LinkTables } from '@/lib/queue/link'
import { LINK_TABLES } from '@/lib/queue/link-tables'
import { printRun, type PrintedRun } from '@/lib/queue/printed-run'
import { brokenClaims, runScenario, SCENARIO_PARTS, type ScenarioData } from '@/lib/queue/scenario-run'
import type { Action, Settings } from '@/lib/queue/settings'
import { keep } from './keep'
import { nearestWord } from './nearest-word'
import { queueScenarioSchema } from './queue-scenario'
import { type ProblemAt, readYamlFile, sayYamlProblem, type YamlProblem } from './yaml-file'

/** What a scenario holds one of its two runs to, and why: these are the rows of its comparison. */
export type Fact = { readonly measure: ClaimMeasure; readonly main?: string; readonly against?: string }

type Changes = { readonly settings: Partial<Settings>; readonly actions: readonly Action[] }

/** A scenario as the page carries it: only the settings that differ from its workload's. */
export type FigureScenario = Changes & {
  readonly slug: string
  readonly title: string
  readonly question: string
  readonly watch: string
  readonly teaches: string
  readonly label: string
  readonly against: (Changes & { readonly label: string }) | null
  readonly facts: readonly Fact[]
}

export type QueueFigure = { readonly tables: LinkTables; readonly scenarios: readonly FigureScenario[] }

export type PrintedScenario = { readonly scenario: FigureScenario; readonly run: PrintedRun }

const folder = 'scenarios/queue'

type Written = ScenarioData & {
  readonly order: number
  readonly title: string
  readonly question: string
  readonly watch: string
  readonly teaches: string
  readonly label: string
}
type Filed = Written & { readonly file: string; readonly problemAt: ProblemAt }

function readScenarios(root: string): { scenarios: Filed[]; problems: YamlProblem[] } {
  const schema = queueScenarioSchema(SCENARIO_PARTS)
  const problems: YamlProblem[] = []
  const files = readdirSync(join(root, 'content', folder)).filter((it) => it.endsWith('.yaml'))
  const scenarios = files.toSorted().flatMap((name) => {
    const file = `${folder}/${name}`
    const read = readYamlFile(root, file, schema)
    problems.push(...read.problems)
    return read.value ? [{ ...read.value, file, problemAt: read.problemAt }] : []
  })
  return { scenarios: scenarios.toSorted((a, b) => a.order - b.order), problems }
}

function twins(scenarios: readonly Filed[]): YamlProblem[] {
  return scenarios.flatMap(({ slug, problemAt }, at) => {
    const first = scenarios.findIndex((it) => it.slug === slug)
    return first < at ? [problemAt(['slug'], `found "${slug}", which ${scenarios[first]!.file} has already`)] : []
  })
}

/** Beyond its form, a scenario has to bear out what it claims. Its runs cost more than the rest of a check: they are kept. */
async function unprovenClaims(scenario: Filed): Promise<YamlProblem[]> {
  const { against, problemAt } = scenario
  const broken = await keep('queue', JSON.stringify(scenario), () => {
    const main = runScenario(scenario, 'main')
    return Promise.resolve(
      brokenClaims(scenario, against === undefined ? { main } : { main, against: runScenario(scenario, 'against') }),
    )
  })
  return broken.map(({ claim, says }) => problemAt(['claims', claim], says))
}

/** What is wrong with scenarios that read well: two of one name, or a claim that its run does not bear out. */
export async function queueProblems(root: string): Promise<YamlProblem[]> {
  if (!existsSync(join(root, 'content', folder))) return []
  const { scenarios } = readScenarios(root)
  const unproven = await Promise.all(scenarios.map(unprovenClaims))
  return [...twins(scenarios), ...unproven.flat()]
}

function catalogueOf(root: string): readonly Filed[] {
  const { scenarios, problems: unreadable } = readScenarios(root)
  const problems = [...unreadable, ...twins(scenarios)]
  if (problems.length > 0) throw new Error(problems.map(sayYamlProblem).join('\n'))
  return scenarios
}

// A build asks for it from several pages; a preview sees the change with its next start.
let remembered: readonly Filed[] | null = null
const catalogue = () => (remembered ??= catalogueOf(process.cwd()))
const printed = new Map<string, PrintedRun>()

function factsOf({ claims }: Filed): Fact[] {
  const facts = new Map<string, Fact>()
  for (const { measure, run, because } of claims)
    facts.set(measure, { measure: measure as ClaimMeasure, ...facts.get(measure), [run]: because })
  return [...facts.values()]
}

function toFigureScenario(filed: Filed): FigureScenario {
  const { slug, title, question, watch, teaches, label, settings, actions, against } = filed
  return {
    slug,
    title,
    question,
    watch,
    teaches,
    label,
    settings,
    actions: actions as readonly Action[],
    against: against
      ? { label: against.label, settings: against.settings, actions: (against.actions ?? actions) as readonly Action[] }
      : null,
    facts: factsOf(filed),
  }
}

/** What the live figure is given; the scenario shown first stands first. */
export function queueFigure(slug: string): QueueFigure {
  const all = catalogue()
  const shown = all.find((it) => it.slug === slug)
  if (!shown) {
    const slugs = all.map((it) => it.slug)
    const nearest = nearestWord(slug, slugs)
    throw new Error(
      `BrokerQueue: scenario="${slug}" is no scenario in content/${folder}; allowed: ${slugs.join(', ')}${nearest ? `; did you mean "${nearest}"?` : ''}.`,
    )
  }
  return { tables: LINK_TABLES, scenarios: [shown, ...all.filter((it) => it !== shown)].map(toFigureScenario) }
}

/** A scenario's runs, computed while the page is printed, once for all pages. */
export function printedScenario(slug: string): PrintedScenario {
  const [scenario] = queueFigure(slug).scenarios
  const filed = catalogue().find((it) => it.slug === slug)!
  const run =
    printed.get(slug) ??
    printRun(
      filed,
      scenario!.facts.map((it) => it.measure),
    )
  printed.set(slug, run)
  return { scenario: scenario!, run }
}

export const queueSlugs = (): string[] => catalogue().map((it) => it.slug)
