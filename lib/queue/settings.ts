import type { FIELDS } from './fields'

export type FieldName = keyof typeof FIELDS
type ValueOf<F> = F extends { readonly choices: readonly (infer C)[] } ? C : F extends { readonly max: number } ? number : boolean
export type Settings = { readonly [N in FieldName]: ValueOf<(typeof FIELDS)[N]> }

/** What a reader, a scenario or the link does to a run at a given time. `target`: a worker, or a message for `redrive`; -1 means all. */
export const ACTIONS = ['kill', 'pause', 'slow', 'fail', 'poison', 'restart', 'crash', 'duplicate', 'redrive'] as const
export type ActionKind = (typeof ACTIONS)[number]
export type Action = {
  readonly at: number
  readonly kind: ActionKind
  readonly target: number
  /** How long it lasts, in microseconds; 0 means to the end of the run (a poison message and a redrive take no time). */
  readonly last: number
  /** For `slow`: service times in per cent of the usual. */
  readonly value: number
}
export const MAX_ACTIONS = 24
/** The latest time an action may have. */
export const MAX_MICROS = 1e15

export type QueueConfig = Settings & { readonly actions: readonly Action[] }
export type WorkloadName = QueueConfig['workload']
