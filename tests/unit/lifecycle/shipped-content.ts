import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { lifecycleAssumptionsSchema, lifecycleStagesSchema, lifecycleWordsSchema } from '@/lib/content/lifecycle-catalogue'
import { lifecycleScenarioSchema } from '@/lib/content/lifecycle-scenario'
import { lifecycleTopologySchema } from '@/lib/content/lifecycle-topology'
import { reasons } from '@/lib/lifecycle/answers'
import { settingKeys, type Assumptions } from '@/lib/lifecycle/assumptions'
import { flaws } from '@/lib/lifecycle/scenario'
import { outcomes, parts } from '@/lib/lifecycle/span'
import { stageIds } from '@/lib/lifecycle/stages'
import type { Topology } from '@/lib/lifecycle/topology'
import type { Words } from '@/lib/lifecycle/words'

const content = new URL('../../../content/', import.meta.url)
const read = (path: string): unknown => parse(readFileSync(new URL(path, content), 'utf8'))

export const assumptions: Assumptions = lifecycleAssumptionsSchema(settingKeys).parse(read('lifecycle/assumptions.yaml'))

export const scenarioSchema = lifecycleScenarioSchema({ stages: stageIds, settings: assumptions, flaws, reasons })

const files = readdirSync(new URL('scenarios/lifecycle/', content)).sort()

export const scenarioFiles = files.map((file) => ({ file, document: scenarioSchema.parse(read(`scenarios/lifecycle/${file}`)) }))
export const scenarios = scenarioFiles.map(({ document }) => document)

export function scenarioNamed(id: string): (typeof scenarios)[number] {
  const found = scenarios.find((scenario) => scenario.id === id)
  if (!found) throw new Error(`no scenario "${id}" under content/scenarios/lifecycle`)
  return found
}

export const topologySchema = lifecycleTopologySchema(stageIds)
export const topology: Topology = topologySchema.parse(read('topology/lifecycle.yaml'))

export const stagesSchema = lifecycleStagesSchema(stageIds)
export const stagesAsWritten = read('lifecycle/stages.yaml') as Readonly<Record<string, unknown>>
export const stages = stagesSchema.parse(stagesAsWritten)

export const catalogueWords = lifecycleWordsSchema({ parts, outcomes, reasons }).parse(read('lifecycle/words.yaml'))

export const words: Words = { ...catalogueWords, stages }
