// Math.log, Math.exp and Math.pow may differ in the last bit between JavaScript engines. These use only operations that IEEE 754
// rounds exactly, so a trace computed with them is the same in Node and in every browser.

export const LN2 = 0.6931471805599453
const SQRT_HALF = 0.7071067811865476

export function naturalLog(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  let mantissa = x
  let exponent = 0
  while (mantissa < SQRT_HALF) {
    mantissa *= 2
    exponent -= 1
  }
  while (mantissa >= 2 * SQRT_HALF) {
    mantissa /= 2
    exponent += 1
  }
  return exponent * LN2 + logNearOne(mantissa)
}

// ln m = 2 artanh((m - 1) / (m + 1)); with |s| <= 0.172 eleven terms reach the last bit.
function logNearOne(mantissa: number): number {
  const s = (mantissa - 1) / (mantissa + 1)
  const z = s * s
  const tail =
    1 / 3 +
    z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z / 21))))))))
  return 2 * s * (1 + z * tail)
}
