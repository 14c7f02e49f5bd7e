import type { Comparator } from './figure-data'
import { axisEnd, formatNumber, scaleTicks, withUnit, type Tick } from './scale-ticks'

// A claim as lengths: before and after on one scale that starts at zero. Times and sizes in different units are
// brought to the smaller one first, so that 8 s and 12 ms stand in their true proportion.

export type Amount = { value: number; unit: string; comparator?: Comparator | undefined }

export type ClaimData = {
  id: string
  metric: string
  before?: Amount | undefined
  after?: Amount | undefined
  change?: { value: number; unit: string } | undefined
  result?: string | undefined
}

export type MeasureScale = {
  /** Lengths in percent of the scale; undefined where there is nothing to draw. */
  before: number | undefined
  after: number
  ticks: readonly (Tick & { at: number })[]
  note: string | undefined
}

const unitFamilies: readonly (readonly { unit: string; size: number }[])[] = [
  [
    { unit: 'µs', size: 1 },
    { unit: 'ms', size: 1000 },
    { unit: 's', size: 1_000_000 },
    { unit: 'min', size: 60_000_000 },
    { unit: 'h', size: 3_600_000_000 },
    { unit: 'days', size: 86_400_000_000 },
    { unit: 'weeks', size: 604_800_000_000 },
  ],
  [
    { unit: 'B', size: 1 },
    { unit: 'kB', size: 1000 },
    { unit: 'MB', size: 1_000_000 },
    { unit: 'GB', size: 1_000_000_000 },
  ],
]

function sizeOf(unit: string, other: string): number | undefined {
  if (unit === other) return 1
  const family = unitFamilies.find(
    (units) => units.some((known) => known.unit === unit) && units.some((known) => known.unit === other),
  )
  return family?.find((known) => known.unit === unit)?.size
}

const INDEX_NOTE = 'index, 100 = before'

/** Undefined for a result that is not a number, or for two units that can't share a scale. */
export function measureScale(claim: ClaimData): MeasureScale | undefined {
  const { before, after, change } = claim
  if (change !== undefined) return change.unit === '%' ? indexScale(change.value) : undefined
  if (after === undefined) return undefined
  const afterSize = sizeOf(after.unit, before?.unit ?? after.unit)
  const beforeSize = before === undefined ? 1 : sizeOf(before.unit, after.unit)
  if (afterSize === undefined || beforeSize === undefined) return undefined
  const unit = before !== undefined && beforeSize > afterSize ? before.unit : after.unit
  const size = before !== undefined && beforeSize > afterSize ? beforeSize : afterSize
  const beforeValue = before === undefined ? undefined : (before.value * beforeSize) / size
  return scaleOf(beforeValue, (after.value * afterSize) / size, unit, undefined)
}

function indexScale(change: number): MeasureScale {
  return scaleOf(100, 100 + change, '', INDEX_NOTE)
}

/** A pair fills the scale with its longer bar; a value alone stands on a round scale with room to its right. */
function scaleOf(before: number | undefined, after: number, unit: string, note: string | undefined): MeasureScale {
  const greatest = Math.max(before ?? after * 1.4, after)
  const end = axisEnd(greatest > 0 ? greatest : 1, 4)
  const full = before === undefined ? end : greatest
  const ticks = scaleTicks(0, full, 4)
  const percent = (value: number) => Math.round((value / full) * 10_000) / 100
  return {
    before: before === undefined ? undefined : percent(before),
    after: percent(after),
    ticks: ticks.map((tick, index) => ({
      ...tick,
      at: percent(tick.value),
      text: index === ticks.length - 1 ? withUnit(tick.value, unit) : tick.text,
    })),
    note,
  }
}

export type Spoken = { comparator: string; number: string; unit: string }

/** The parts of a printed amount; a large figure sets them in three sizes. */
export function spokenAmount(amount: Amount): Spoken {
  const comparator = amount.comparator === undefined || amount.comparator === 'exactly' ? '' : amount.comparator
  return { comparator, number: formatNumber(amount.value), unit: amount.unit }
}

export function spokenChange(change: { value: number; unit: string }): Spoken {
  const sign = change.value > 0 ? '+' : ''
  return { comparator: '', number: `${sign}${formatNumber(change.value)}`, unit: change.unit }
}

export function spokenText({ comparator, number, unit }: Spoken): string {
  const joined = unit === '%' || unit === '' ? `${number}${unit}` : `${number} ${unit}`
  return comparator === '' ? joined : `${comparator} ${joined}`
}
