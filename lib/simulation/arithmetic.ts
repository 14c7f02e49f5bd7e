import { LN2 } from './natural-log'

// Rounded alike by every engine, as the logarithm of natural-log is.

export function exponential(x: number): number {
  if (x > 709.7) return Infinity
  if (x < -745) return 0
  if (x !== x) return NaN
  const doublings = Math.floor(x / LN2 + 0.5)
  const rest = x - doublings * LN2
  let term = 1
  let sum = 1
  for (let n = 1; n <= 14; n += 1) {
    term *= rest / n
    sum += term
  }
  return sum * powerOfTwo(doublings)
}

function powerOfTwo(exponent: number): number {
  let result = 1
  const factor = exponent < 0 ? 0.5 : 2
  for (let n = Math.abs(exponent); n > 0; n -= 1) result *= factor
  return result
}

export function integerPower(base: number, exponent: number): number {
  let result = 1
  let square = base
  for (let n = exponent; n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) result *= square
    square *= square
  }
  return result
}
