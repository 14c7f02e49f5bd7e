import type { StageId } from './stages'

type Verdict = readonly [status: number, writtenBy: StageId, cause: StageId]

/**
 * How a request can end. `writtenBy` is the part that states the status: where it is the client, nothing of the kind crossed the
 * wire, and the client's own library reports the status to the code that called it.
 */
const verdicts = {
  served: [200, 'controller', 'controller'],
  'served-by-edge': [200, 'edge', 'edge'],
  accepted: [202, 'controller', 'controller'],
  'client-gone': [499, 'edge', 'client'],
  'dns-timeout': [504, 'client', 'dns'],
  'handshake-failed': [502, 'client', 'connection'],
  'edge-failed': [503, 'edge', 'edge'],
  'waf-blocked': [403, 'waf', 'waf'],
  'origin-unreachable': [502, 'edge', 'balancer'],
  'no-backend': [503, 'balancer', 'gateway'],
  'backend-refused': [502, 'balancer', 'gateway'],
  'rate-limited': [429, 'gateway', 'gateway'],
  'body-malformed': [400, 'gateway', 'gateway'],
  'body-invalid': [422, 'gateway', 'gateway'],
  'token-expired': [401, 'authentication', 'authentication'],
  'keys-unavailable': [503, 'authentication', 'authentication'],
  'wrong-tenant': [403, 'authorisation', 'authorisation'],
  'permission-missing': [403, 'authorisation', 'authorisation'],
  'roles-unavailable': [403, 'authorisation', 'authorisation'],
  'controller-threw': [500, 'controller', 'controller'],
  'pool-timeout': [503, 'controller', 'pool'],
  'breaker-open': [503, 'controller', 'query'],
  'query-timeout': [504, 'controller', 'query'],
  'database-refused': [503, 'controller', 'query'],
  'outbox-failed': [503, 'controller', 'outbox'],
  'deadline-passed': [504, 'gateway', 'gateway'],
  'body-broken': [502, 'client', 'response'],
} satisfies Record<string, Verdict>

export type Reason = keyof typeof verdicts

export const reasons = Object.keys(verdicts) as Reason[]

export type Answer = {
  readonly status: number
  readonly reason: Reason
  readonly writtenBy: StageId
  readonly cause: StageId
}

export function answerFor(reason: Reason, causedBy: StageId | null = null): Answer {
  const [status, writtenBy, usualCause] = verdicts[reason]
  const isElsewhere = reason === 'deadline-passed' || reason === 'breaker-open'
  return { status, reason, writtenBy, cause: (isElsewhere ? causedBy : null) ?? usualCause }
}

export function statusOf(reason: Reason): number {
  return verdicts[reason][0]
}
