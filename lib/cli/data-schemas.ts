import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { lifecycleAssumptionsSchema, lifecycleStagesSchema, lifecycleWordsSchema } from '@/lib/content/lifecycle-catalogue'
import { lifecycleScenarioSchema } from '@/lib/content/lifecycle-scenario'
import { lifecycleTopologySchema } from '@/lib/content/lifecycle-topology'
import { queueScenarioSchema } from '@/lib/content/queue-scenario'
import { systemsFigure } from '@/lib/content/systems-figure'
import { reasons } from '@/lib/lifecycle/answers'
import { settingKeys } from '@/lib/lifecycle/assumptions'
import { flaws } from '@/lib/lifecycle/scenario'
import { outcomes, parts } from '@/lib/lifecycle/span'
import { stageIds } from '@/lib/lifecycle/stages'
import { SCENARIO_PARTS } from '@/lib/queue/scenario-run'

/** The schema of a data file by its path: the models' own words decide what each may say. */
export type SchemaOf = (path: string) => z.ZodType | undefined

const assumptionsPath = 'lifecycle/assumptions.yaml'

/** Scenarios keep within the bounds of the assumptions; while those are wrong, that is what is told. */
function scenarioSchema(root: string, assumptions: z.ZodType): z.ZodType | undefined {
  const file = join(root, 'content', assumptionsPath)
  if (!existsSync(file)) return undefined
  const settings = assumptions.safeParse(readYaml(file))
  return settings.success
    ? lifecycleScenarioSchema({ stages: stageIds, settings: settings.data as never, flaws, reasons })
    : undefined
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch {
    // The check itself says what is wrong with it, and where.
    return undefined
  }
}

export function dataSchemas(root: string): SchemaOf {
  const assumptions = lifecycleAssumptionsSchema(settingKeys)
  const scenarios = scenarioSchema(root, assumptions)
  const byPath: Readonly<Record<string, z.ZodType>> = {
    [assumptionsPath]: assumptions,
    'figures/systems.yaml': systemsFigure,
    'lifecycle/stages.yaml': lifecycleStagesSchema(stageIds),
    'lifecycle/words.yaml': lifecycleWordsSchema({ parts, outcomes, reasons }),
    'topology/lifecycle.yaml': lifecycleTopologySchema(stageIds),
  }
  const byFolder: Readonly<Record<string, z.ZodType | undefined>> = {
    'scenarios/lifecycle': scenarios,
    'scenarios/queue': queueScenarioSchema(SCENARIO_PARTS),
  }
  return (path) => byPath[path] ?? byFolder[path.slice(0, path.lastIndexOf('/'))]
}
