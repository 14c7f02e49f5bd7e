export function halfTrip(roundTrip: number): number {
  return Math.floor(roundTrip / 2)
}

/** One round trip for TCP and one for TLS 1.3. */
export function handshakeMicros(roundTrip: number): number {
  return 2 * roundTrip
}

/** A megabit per second is one bit in a microsecond. */
export function transferMicros(bytes: number, megabits: number): number {
  return Math.ceil((bytes * 8) / megabits)
}
