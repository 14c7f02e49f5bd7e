import { statusOf, type Reason } from './answers'
import { closeInside, closeSpan, passSpan, type Step, type Strand } from './journey'
import type { Outcome } from './span'
import { halfTrip, transferMicros } from './wires'
import type { World } from './world'

const SHORT_BODY_BYTES = 500

/** No server stated a status: the client's own library reports one to its caller. */
export function reportInClient(strand: Strand, reason: Reason): null {
  strand.journey.reason = reason
  strand.journey.sent = reason
  return end(strand)
}

/** Whoever answers, the answer takes the same way back. */
export function answer(world: World, strand: Strand, reason: Reason): Step | null {
  const { journey } = strand
  journey.reason = reason
  journey.sent = reason
  strand.deadline = Infinity
  strand.attempt = 1
  if (!journey.crossedToOrigin) return respond(world, strand)
  const edge = journey.spans?.findIndex((span) => span.stage === 'edge' && span.part === 'whole') ?? null
  closeInside(strand, edge, outcomeOf(reason))
  passSpan(strand, 'edge', 'wire-back', halfTrip(world.settings.edgeOriginRtt))
  return journey.isPublic && reason === 'served' ? storeAtEdge : respond(world, strand)
}

const storeAtEdge: Step = (world, strand) => {
  world.edgeCache.put(strand.journey.key, strand.clock)
  return respond(world, strand)
}

function respond(world: World, strand: Strand): null {
  const { journey } = strand
  closeSpan(strand, outcomeOf(journey.reason))
  if (journey.reason === 'client-gone') return end(strand)
  const micros = responseMicros(world, journey.reason)
  if (world.toggles.response === 'fail') {
    passSpan(strand, 'response', 'whole', Math.floor(micros / 2), 'error')
    journey.reason = 'body-broken'
  } else {
    passSpan(strand, 'response', 'whole', micros)
  }
  return end(strand)
}

function end(strand: Strand): null {
  closeInside(strand, null, outcomeOf(strand.journey.reason))
  strand.journey.endedAt = strand.clock
  return null
}

function responseMicros({ settings, toggles }: World, reason: Reason): number {
  const bytes = statusOf(reason) === 200 ? settings.responseBytes : SHORT_BODY_BYTES
  const trip = halfTrip(settings.clientEdgeRtt) * (toggles.client === 'slow' ? settings.slowFactor : 1)
  const transfer = transferMicros(bytes, settings.bandwidth)
  return trip + (toggles.response === 'slow' ? transfer * settings.slowFactor : transfer)
}

function outcomeOf(reason: Reason): Outcome {
  return statusOf(reason) < 400 ? 'ok' : 'error'
}
