// Samples in the order in which they were taken. Every run of one configuration records the same, so going back in time is only a smaller count.

export type Tape = { values: Float64Array; count: number }

export function createTape(expected: number): Tape {
  return { values: new Float64Array(Math.max(16, Math.min(expected, 1_000_000))), count: 0 }
}

export function record(tape: Tape, value: number): void {
  if (tape.count === tape.values.length) {
    const longer = new Float64Array(tape.count * 2)
    longer.set(tape.values)
    tape.values = longer
  }
  tape.values[tape.count] = value
  tape.count += 1
}

export function recorded(tape: Tape): Float64Array {
  return tape.values.subarray(0, tape.count)
}
