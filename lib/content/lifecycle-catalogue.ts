import { z } from 'zod'
import { knownKeys, sentence, timeSpan, wholeNumber, wordFrom } from './lifecycle-fields'

/** The words of the model, handed in so that this room imports nothing from that one. */
export type CatalogueVocabulary<Part extends string, Outcome extends string, Reason extends string> = {
  readonly parts: readonly Part[]
  readonly outcomes: readonly Outcome[]
  readonly reasons: readonly Reason[]
}

/** content/lifecycle/stages.yaml: what a reader is told about each stage. The long texts stay in the page. */
export function lifecycleStagesSchema<Stage extends string>(stages: readonly Stage[]) {
  const lines = z.array(z.union([sentence(200).transform((text) => ({ when: null, text })), whenLine]))
  const stage = knownKeys({
    name: sentence(40),
    kind: wordFrom(['client', 'network', 'gateway', 'compute', 'data', 'async']),
    happens: sentence(600),
    exists: sentence(400),
    without: sentence(400),
    alternatives: z.array(sentence(200)).min(1),
    slow: sentence(300),
    fails: sentence(400),
    reads: lines,
    adds: lines,
  })
  return completeRecord(stages, () => stage)
}

const whenLine = knownKeys({
  when: z.string().regex(/^[a-z0-9-]+(\+[a-z0-9-]+)*$/, 'allowed: tags joined by "+", like "write+ok"'),
  text: sentence(300),
})

/** content/lifecycle/words.yaml: the short words and sentences that the live figure needs. */
export function lifecycleWordsSchema<Part extends string, Outcome extends string, Reason extends string>(
  vocabulary: CatalogueVocabulary<Part, Outcome, Reason>,
) {
  return knownKeys({
    parts: completeRecord(vocabulary.parts, () => sentence(60)),
    outcomes: completeRecord(vocabulary.outcomes, () => sentence(100)),
    reasons: completeRecord(vocabulary.reasons, () => sentence(240)),
    effects: completeRecord(effects, () => sentence(160)),
    derived: completeRecord(derivedNames, () => knownKeys({ label: sentence(60), formula: sentence(160) })),
    sentences: completeRecord(sentenceNames, () => sentence(300)),
    notices: completeRecord(noticeNames, () => sentence(200)),
    precedence: z.array(sentence(300)).min(1),
    notModelled: z.array(sentence(300)).min(1),
  })
}

/** content/lifecycle/assumptions.yaml: every number the model takes for granted, with its bounds. Times become whole microseconds. */
export function lifecycleAssumptionsSchema<Setting extends string>(settings: readonly Setting[]) {
  return completeRecord(settings, () => assumption)
}

const text = { label: sentence(60), why: sentence(300) }
const MAX_MICROS = 3_600_000_000
const anyTime = timeSpan(0, MAX_MICROS)
const anyCount = wholeNumber(0, 1_000_000_000)

const assumption = z
  .discriminatedUnion('unit', [
    knownKeys({ ...text, unit: z.literal('time'), preset: anyTime, least: anyTime, most: anyTime }),
    knownKeys({
      ...text,
      unit: z.enum(['percent', 'count', 'per-second', 'bytes', 'megabit']),
      preset: anyCount,
      least: anyCount,
      most: anyCount,
    }),
  ])
  .refine(({ preset, least, most }) => least <= preset && preset <= most, {
    error: 'allowed: least, preset and most in ascending order',
  })

const effects = ['decided', 'felt', 'bypassed', 'not-reached', 'elsewhere'] as const
const noticeNames = ['too-long', 'version', 'unknown', 'twice', 'not-allowed', 'no-number', 'out-of-range'] as const
const derivedNames = [
  'handshake',
  'transfer',
  'firstSecondLimit',
  'meanFirstBackoff',
  'longestDatabaseTime',
  'databaseCapacity',
  'workerCapacity',
] as const
const sentenceNames = [
  'stepBegins',
  'stepEnds',
  'stepPasses',
  'apart',
  'spanName',
  'spanPart',
  'spanAttempt',
  'answer',
  'sentLine',
  'spent',
  'spentIn',
  'wires',
  'elsewhere',
  'afterwards',
  'deadLettered',
  'toggleSlow',
  'toggleFails',
  'without',
  'withoutSame',
  'percentile',
  'percentileHidden',
  'share',
  'shareOfNone',
  'distribution',
] as const

function completeRecord<Key extends string, Value>(keys: readonly Key[], schemaOf: (key: Key) => z.ZodType<Value>) {
  return knownKeys(Object.fromEntries(keys.map((key) => [key, schemaOf(key)]))).transform((value) => value as Record<Key, Value>)
}
