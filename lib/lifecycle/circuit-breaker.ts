export type BreakerState = 'closed' | 'open' | 'half-open'

export type BreakerChange = { readonly at: number; readonly to: BreakerState }

export type CircuitBreaker = {
  /** A ticket to hand back with the result, or null when the call must not be made. */
  enter(now: number): number | null
  leave(ticket: number, wasGood: boolean, now: number): void
  state(): BreakerState
  secondsUntilProbe(now: number): number
  readonly changes: readonly BreakerChange[]
}

/** Opens when a full window of the latest calls holds at least `failurePercent` failures; one probe at a time decides when to close. */
export function createCircuitBreaker(window: number, failurePercent: number, cooldown: number): CircuitBreaker {
  const results = new Uint8Array(window)
  const changes: BreakerChange[] = []
  let state: BreakerState = 'closed'
  let seen = 0
  let failures = 0
  let openUntil = 0
  let probing = false
  // A call that began before the last change of state says nothing about the present one.
  let generation = 0

  function become(next: BreakerState, now: number): void {
    state = next
    generation += 1
    probing = false
    seen = 0
    failures = 0
    if (next === 'open') openUntil = now + cooldown
    changes.push({ at: now, to: next })
  }

  function count(wasGood: boolean): boolean {
    const at = seen % window
    const bad = wasGood ? 0 : 1
    failures += bad - (seen >= window ? results[at]! : 0)
    results[at] = bad
    seen += 1
    return seen >= window && failures > 0 && failures * 100 >= failurePercent * window
  }

  return {
    enter(now) {
      if (state === 'open' && now >= openUntil) become('half-open', now)
      if (state === 'open' || (state === 'half-open' && probing)) return null
      if (state === 'half-open') probing = true
      return generation
    },
    leave(ticket, wasGood, now) {
      if (ticket !== generation) return
      if (state === 'half-open') become(wasGood ? 'closed' : 'open', now)
      else if (count(wasGood)) become('open', now)
    },
    state: () => state,
    secondsUntilProbe: (now) => Math.max(1, Math.ceil((openUntil - now) / 1_000_000)),
    changes,
  }
}
