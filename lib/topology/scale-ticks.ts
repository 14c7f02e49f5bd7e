// Round steps for an axis, with integer arithmetic on the mantissa so that 0.1 + 0.2 never shows.

export type Tick = { value: number; text: string }

const ROUND_STEPS = [1, 2, 5, 10] as const

/** Digits grouped by commas; no more decimals than the number has, at most four. */
export function formatNumber(value: number): string {
  const [whole = '0', decimals] = String(Math.round(value * 10_000) / 10_000).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return (decimals === undefined ? grouped : `${grouped}.${decimals}`).replace('-', '−')
}

export function withUnit(value: number, unit: string): string {
  const text = formatNumber(value)
  return unit === '%' || unit === '' ? `${text}${unit}` : `${text} ${unit}`
}

/** Between three and seven ticks from a round number at or below `from` to the last one that is not past `to`. */
export function scaleTicks(from: number, to: number, wanted: number): Tick[] {
  const rough = Math.max(to - from, Number.MIN_VALUE) / wanted
  let power = 0
  while (10 ** (power + 1) <= rough) power += 1
  while (10 ** power > rough && power > -6) power -= 1
  const magnitude = power >= 0 ? 10 ** power : 1 / 10 ** -power
  const step = (ROUND_STEPS.find((candidate) => candidate * magnitude >= rough) ?? 10) * magnitude
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const value = Math.round((first + index) * step * 1e6) / 1e6
    return { value, text: formatNumber(value) }
  })
}

/** The end of an axis that starts at zero: the next round tick at or above the greatest value. */
export function axisEnd(greatest: number, wanted: number): number {
  const ticks = scaleTicks(0, greatest, wanted)
  const step = (ticks[1]?.value ?? greatest) - (ticks[0]?.value ?? 0)
  const last = ticks.at(-1)?.value ?? greatest
  return last >= greatest ? last : Math.round((last + step) * 1e6) / 1e6
}
