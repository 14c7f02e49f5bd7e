import { neededMask, roleMasks, roleOf, tokenTenant } from './permissions'
import type { Span } from './span'
import type { Trace } from './trace'
import { fillIn, type Facts, type PayloadLine, type Words } from './words'

export type Payload = { readonly reads: readonly string[]; readonly adds: readonly string[] }

export function payloadOf(span: Span, trace: Trace, words: Words): Payload {
  const tags = tagsOf(span, trace)
  const facts = factsOf(trace, span)
  const shown = (lines: readonly PayloadLine[]): string[] =>
    lines
      .filter(({ when }) => when === null || when.split('+').every((tag) => tags.has(tag)))
      .map(({ text }) => fillIn(text, facts))
  const { reads, adds } = words.stages[span.stage]
  return { reads: shown(reads), adds: shown(adds) }
}

function tagsOf({ part, outcome }: Span, { request, answer, sent }: Trace): Set<string> {
  return new Set([
    part,
    outcome,
    answer.reason,
    sent.reason,
    request.flaw.endsWith('-body') ? request.flaw : 'sound-body',
    request.isWrite ? 'write' : 'read',
    request.isPublic ? 'public' : 'private',
    request.isNewClient ? 'new' : 'returning',
    request.retryAfter > 0 ? 'retry-after' : 'no-retry-after',
  ])
}

function factsOf({ request, settings, sent, seed, breaker }: Trace, { attempt }: Span): Facts {
  const { isWrite, isPublic, key, tenant, flaw } = request
  const path = isWrite ? `/v1/orders/${key}/refund` : isPublic ? `/v1/catalogue/${key}` : `/v1/orders/${key}`
  return {
    method: isWrite ? 'POST' : 'GET',
    path,
    ...settings,
    key,
    requestId: `req-${seed.toString(36)}-${request.index}`,
    cacheKey: isPublic ? `catalogue:${key}` : `order:t${tenant}:${key}`,
    tenant: `t${tenant}`,
    tokenTenant: `t${tokenTenant(flaw, tenant)}`,
    role: roleOf(flaw),
    granted: bits(roleMasks[roleOf(flaw)]),
    needed: bits(neededMask(isWrite)),
    attempt,
    backend: request.backend === null ? 'none' : request.backend + 1,
    status: sent.status,
    retryAfter: request.retryAfter,
    tokensLeft: request.tokensLeft,
    breaker,
    cacheSeconds: Math.floor(settings.cacheTtl / 1_000_000),
    edgeSeconds: Math.floor(settings.edgeTtl / 1_000_000),
    queryMillis: Math.floor(settings.queryTimeout / 1_000),
  }
}

function bits(mask: number): string {
  return mask.toString(2).padStart(3, '0')
}
