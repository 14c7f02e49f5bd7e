import type { Claim, Quantity } from './fields'

const digits = (value: number): string => String(value).replace('-', '\u2212')

export function spokenQuantity({ value, unit, comparator }: Quantity): string {
  const number = `${digits(value)}${unit === '%' || unit === '' ? unit : `\u00a0${unit}`}`
  return comparator === 'exactly' ? number : `${comparator} ${number}`
}

/** A claim in one line of text: `Median build: 8 s to 1.4 s`. */
export function spokenClaim({ before, after, change, result }: Claim): string {
  if (after) return before ? `${spokenQuantity(before)} to ${spokenQuantity(after)}` : spokenQuantity(after)
  return change ? spokenQuantity(change) : (result ?? '')
}
