import type { Reason } from './answers'
import type { NoticeCode } from './link-state'
import type { Outcome, Part } from './span'
import type { StageId } from './stages'
import type { Effect } from './toggle-effects'

export type StageKind = 'client' | 'network' | 'gateway' | 'compute' | 'data' | 'async'

/** A line of the payload inspector. It is shown where every tag of `when` (joined by "+") fits; {names} are filled in. */
export type PayloadLine = { readonly when: string | null; readonly text: string }

export type StageWords = {
  readonly name: string
  readonly kind: StageKind
  /** What the failure toggles of this stage stand for. */
  readonly slow: string
  readonly fails: string
  readonly reads: readonly PayloadLine[]
  readonly adds: readonly PayloadLine[]
}

export type SentenceId =
  | 'stepBegins'
  | 'stepEnds'
  | 'stepPasses'
  | 'apart'
  | 'spanName'
  | 'spanPart'
  | 'spanAttempt'
  | 'answer'
  | 'sentLine'
  | 'spent'
  | 'spentIn'
  | 'wires'
  | 'elsewhere'
  | 'afterwards'
  | 'deadLettered'
  | 'toggleSlow'
  | 'toggleFails'
  | 'without'
  | 'withoutSame'
  | 'percentile'
  | 'percentileHidden'
  | 'share'
  | 'shareOfNone'
  | 'distribution'

/** What the live figure needs of the catalogue. It comes with the page; the long texts of a stage are printed there and no more. */
export type Words = {
  readonly stages: Readonly<Record<StageId, StageWords>>
  readonly parts: Readonly<Record<Part, string>>
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly reasons: Readonly<Record<Reason, string>>
  readonly effects: Readonly<Record<Effect, string>>
  readonly sentences: Readonly<Record<SentenceId, string>>
  readonly notices: Readonly<Record<NoticeCode, string>>
}

export type Facts = Readonly<Record<string, string | number>>

/** A name that nothing is known of stays as it is written, so that a slip in the catalogue is seen. */
export function fillIn(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
}

export function say(words: Words, sentence: SentenceId, facts: Facts): string {
  return fillIn(words.sentences[sentence], facts)
}
