/** In the order of the path. A stage's number is its place here, counted from 1. */
export const stageIds = [
  'client',
  'dns',
  'connection',
  'edge',
  'waf',
  'balancer',
  'gateway',
  'authentication',
  'authorisation',
  'controller',
  'cache',
  'pool',
  'query',
  'outbox',
  'worker',
  'response',
] as const

export type StageId = (typeof stageIds)[number]

export function stageNumber(stage: StageId): number {
  return stageIds.indexOf(stage) + 1
}

export const failureModes = ['ok', 'slow', 'fail'] as const

export type FailureMode = (typeof failureModes)[number]

/** A stage that is not named keeps what the scenario says of it. */
export type Toggles = Readonly<Partial<Record<StageId, FailureMode>>>
