import { describe, expect, it } from 'vitest'
import { createCircuitBreaker, type CircuitBreaker } from '@/lib/lifecycle/circuit-breaker'

const COOLDOWN = 1_000

function call(breaker: CircuitBreaker, wasGood: boolean, now: number): boolean {
  const ticket = breaker.enter(now)
  if (ticket === null) return false
  breaker.leave(ticket, wasGood, now)
  return true
}

function opened(): CircuitBreaker {
  const breaker = createCircuitBreaker(4, 50, COOLDOWN)
  for (const wasGood of [true, true, false, false]) call(breaker, wasGood, 10)
  return breaker
}

describe('the circuit breaker', () => {
  it('stays closed while its window is not full, even if every call fails', () => {
    const breaker = createCircuitBreaker(4, 50, COOLDOWN)
    for (let n = 0; n < 3; n += 1) call(breaker, false, n)
    expect(breaker.state()).toBe('closed')
  })

  it('opens when half of the latest calls have failed', () => {
    expect(opened().state()).toBe('open')
  })

  it('looks at the latest calls only', () => {
    const breaker = createCircuitBreaker(4, 50, COOLDOWN)
    for (const wasGood of [false, true, true, true, true, true, false]) call(breaker, wasGood, 0)
    expect(breaker.state()).toBe('closed')
    call(breaker, false, 0)
    expect(breaker.state()).toBe('open')
  })

  it('lets nothing through until the cooldown is over, and says how long that is', () => {
    const breaker = opened()
    expect(breaker.enter(10 + COOLDOWN - 1)).toBeNull()
    expect(breaker.secondsUntilProbe(10)).toBe(1)
    expect(breaker.enter(10 + COOLDOWN)).not.toBeNull()
    expect(breaker.state()).toBe('half-open')
  })

  it('lets one probe through at a time', () => {
    const breaker = opened()
    expect(breaker.enter(2_000)).not.toBeNull()
    expect(breaker.enter(2_001)).toBeNull()
  })

  it('closes after a good probe and opens again after a bad one', () => {
    const recovering = opened()
    call(recovering, true, 2_000)
    expect(recovering.state()).toBe('closed')
    const relapsing = opened()
    call(relapsing, false, 2_000)
    expect(relapsing.state()).toBe('open')
    expect(relapsing.enter(2_000 + COOLDOWN - 1)).toBeNull()
    expect(relapsing.changes.map(({ to }) => to)).toEqual(['open', 'half-open', 'open'])
  })

  it('does not let a late result of the time before decide about the time after', () => {
    const breaker = createCircuitBreaker(2, 50, COOLDOWN)
    const late = breaker.enter(0)!
    call(breaker, false, 1)
    call(breaker, false, 2)
    const probe = breaker.enter(2_000)!
    breaker.leave(late, false, 2_001)
    expect(breaker.state()).toBe('half-open')
    breaker.leave(probe, true, 2_002)
    expect(breaker.state()).toBe('closed')
  })

  it('does not open on a window of good calls even when no failure at all is tolerated', () => {
    const breaker = createCircuitBreaker(2, 0, COOLDOWN)
    for (let n = 0; n < 5; n += 1) call(breaker, true, n)
    expect(breaker.state()).toBe('closed')
  })
})
