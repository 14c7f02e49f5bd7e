import type { Reason } from './answers'
import { doJob, jobMicros } from './jobs'
import { openSpan, passSpan, spend, type Step, type Strand } from './journey'
import { answer } from './path-back'
import { enterController } from './path-controller'
import { holdsAll, neededMask, roleMasks, roleOf, tokenTenant } from './permissions'
import type { World } from './world'

/** Why the request goes no further, or null. */
type Check = (world: World, strand: Strand) => Reason | null

export const enterGateway: Step = (world, strand) => {
  openSpan(strand, 'gateway')
  strand.deadline = strand.clock + world.settings.deadline
  spend(strand, 'gateway', jobMicros(world, strand, 'gatewayWork'))
  return passChecks
}

const passChecks: Step = (world, strand) => {
  for (const check of checks) {
    const refusal = check(world, strand)
    if (strand.journey.isLate) return answer(world, strand, 'deadline-passed')
    if (refusal !== null) return answer(world, strand, refusal)
  }
  return enterController(world, strand)
}

const takeToken: Check = (world, strand) => {
  const { journey } = strand
  const bucket = world.buckets[journey.tenant]!
  const isTaken = bucket.take(strand.clock)
  journey.tokensLeft = bucket.whole()
  passSpan(strand, 'gateway', 'rate-limit', 0, isTaken ? 'ok' : 'rejected')
  if (isTaken) return null
  journey.retryAfter = bucket.secondsUntilToken()
  return 'rate-limited'
}

const validateBody: Check = (world, strand) => {
  const { flaw } = strand.journey
  const refusal = flaw === 'malformed-body' ? 'body-malformed' : flaw === 'invalid-body' ? 'body-invalid' : null
  doJob(world, strand, 'validation', refusal ? 'rejected' : 'ok', 'validation')
  return refusal
}

const checkToken: Check = (world, strand) => {
  const { flaw, isPublic } = strand.journey
  if (isPublic) return skip(strand, 'authentication')
  // Without the signing keys nothing can be said about the token, so the failure comes before what is wrong with it.
  const refusal = world.toggles.authentication === 'fail' ? 'keys-unavailable' : flaw === 'expired-token' ? 'token-expired' : null
  doJob(world, strand, 'tokenCheck', refusal ? 'rejected' : 'ok')
  return refusal
}

const checkPermission: Check = (world, strand) => {
  if (strand.journey.isPublic) return skip(strand, 'authorisation')
  const refusal = whyForbidden(world, strand)
  doJob(world, strand, 'roleCheck', refusal ? 'rejected' : 'ok')
  return refusal
}

function whyForbidden(world: World, { journey }: Strand): Reason | null {
  if (world.toggles.authorisation === 'fail') return 'roles-unavailable'
  if (tokenTenant(journey.flaw, journey.tenant) !== journey.tenant) return 'wrong-tenant'
  return holdsAll(roleMasks[roleOf(journey.flaw)], neededMask(journey.isWrite)) ? null : 'permission-missing'
}

function skip(strand: Strand, stage: 'authentication' | 'authorisation'): null {
  passSpan(strand, stage, 'whole', 0, 'bypass')
  return null
}

const checks: readonly Check[] = [takeToken, validateBody, checkToken, checkPermission]
