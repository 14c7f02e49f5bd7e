import type { Settings } from './assumptions'
import type { Toggles } from './stages'

/** As many as a distribution holds; each of them can be looked at. */
export const REQUESTS_IN_RUN = 10_000

export const flaws = ['none', 'expired-token', 'wrong-tenant', 'missing-permission', 'malformed-body', 'invalid-body'] as const

/** What is wrong with the request itself, whatever state the system is in. */
export type Flaw = (typeof flaws)[number]

export type RequestFacts = {
  readonly operation: 'read' | 'write'
  /** A public read may be kept at the edge. */
  readonly visibility: 'public' | 'private'
  readonly client: 'new' | 'returning'
  readonly flaw: Flaw
  readonly key: number
}

/** The part of a scenario file that the model runs; its words stay with the content. */
export type Scenario = {
  readonly id: string
  readonly seed: number
  /** Which request of the run is shown first. Those before it leave the shared state it meets. */
  readonly observe: number
  readonly request: RequestFacts
  readonly start: { readonly edge: 'cold' | 'warm'; readonly cache: 'cold' | 'warm' }
  /** Complete: what the file leaves out has its preset. */
  readonly settings: Settings
  readonly toggles: Toggles
  readonly budgetMicros: number
}
