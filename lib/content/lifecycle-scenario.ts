import { z } from 'zod'
import { knownKeys, sentence, timeSpan, wholeNumber, wordFrom } from './lifecycle-fields'

export type SettingRange = { readonly preset: number; readonly least: number; readonly most: number; readonly unit: string }

/** The words of the model, handed in so that this room imports nothing from that one. */
export type LifecycleVocabulary<Stage extends string, Setting extends string, Flaw extends string, Reason extends string> = {
  readonly stages: readonly Stage[]
  readonly settings: Readonly<Record<Setting, SettingRange>>
  readonly flaws: readonly Flaw[]
  readonly reasons: readonly Reason[]
}

const LAST_REQUEST = 9_999
const MAX_SEED = 0xffff_ffff
const MAX_BUDGET_MICROS = 60_000_000

/** A file under content/scenarios/lifecycle. Times are written with their unit and become whole microseconds; settings become complete. */
export function lifecycleScenarioSchema<Stage extends string, Setting extends string, Flaw extends string, Reason extends string>(
  vocabulary: LifecycleVocabulary<Stage, Setting, Flaw, Reason>,
) {
  const request = knownKeys({
    operation: wordFrom(['read', 'write']),
    visibility: wordFrom(['public', 'private']),
    client: wordFrom(['new', 'returning']),
    flaw: wordFrom(vocabulary.flaws),
    key: wholeNumber(0, 4_999),
  }).superRefine((value, context) => {
    const fault = contradictionIn(value)
    if (fault !== null) context.addIssue({ code: 'custom', path: [fault.field], message: fault.message })
  })
  return knownKeys({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'allowed: lower-case words joined by hyphens, like "cold-read"')
      .max(40),
    title: sentence(60),
    question: sentence(160),
    teaches: sentence(600),
    seed: wholeNumber(0, MAX_SEED),
    observe: wholeNumber(0, LAST_REQUEST),
    budget: timeSpan(1_000, MAX_BUDGET_MICROS),
    request,
    start: knownKeys({ edge: wordFrom(['cold', 'warm']), cache: wordFrom(['cold', 'warm']) }),
    settings: settingsSchema(vocabulary.settings),
    failures: partialRecord(vocabulary.stages, () => wordFrom(['ok', 'slow', 'fail'])),
    expect: knownKeys({ status: wholeNumber(200, 599), reason: wordFrom(vocabulary.reasons) }),
  }).transform(({ budget, failures, settings, ...rest }) => ({
    ...rest,
    settings: { ...presetsOf(vocabulary.settings), ...settings },
    toggles: failures,
    budgetMicros: budget,
  }))
}

function presetsOf<Setting extends string>(settings: Readonly<Record<Setting, SettingRange>>): Record<Setting, number> {
  const presets = Object.entries<SettingRange>(settings).map(([name, { preset }]) => [name, preset])
  return Object.fromEntries(presets) as Record<Setting, number>
}

type RequestFields = { readonly operation: string; readonly visibility: string; readonly flaw: string }

function contradictionIn({
  operation,
  visibility,
  flaw,
}: RequestFields): { readonly field: string; readonly message: string } | null {
  if (operation === 'write' && visibility === 'public') {
    return { field: 'visibility', message: 'found "public" on a write, allowed: private; only reads may be kept at the edge' }
  }
  if (operation === 'read' && ['malformed-body', 'invalid-body', 'missing-permission'].includes(flaw)) {
    return { field: 'flaw', message: `found "${flaw}" on a read, allowed: a flaw that a read can have, or operation: write` }
  }
  if (visibility === 'public' && flaw !== 'none') {
    return { field: 'flaw', message: `found "${flaw}" on a public read, allowed: none; public reads carry no token and no body` }
  }
  return null
}

function settingsSchema<Setting extends string>(settings: LifecycleVocabulary<string, Setting, string, string>['settings']) {
  return partialRecord(Object.keys(settings) as Setting[], (name) => {
    const { least, most, unit } = settings[name]
    return unit === 'time' ? timeSpan(least, most) : wholeNumber(least, most)
  }).superRefine((chosen, context) => {
    for (const [name, most] of [
      ['backendsDown', 'backends'],
      ['backoffBase', 'backoffCap'],
    ] as [Setting, Setting][]) {
      const [found, limit] = [name, most].map((key) => chosen[key] ?? settings[key]?.preset ?? 0) as [number, number]
      if (found > limit)
        context.addIssue({ code: 'custom', path: [name], message: `found ${found}, allowed: at most ${most}, which is ${limit}` })
    }
  })
}

function partialRecord<Key extends string, Value>(keys: readonly Key[], schemaOf: (key: Key) => z.ZodType<Value>) {
  const shape = Object.fromEntries(keys.map((key) => [key, schemaOf(key).optional()]))
  return knownKeys(shape).transform((value) => {
    const given = Object.entries(value).filter(([, entry]) => entry !== undefined)
    return Object.fromEntries(given) as Partial<Record<Key, Value>>
  })
}
