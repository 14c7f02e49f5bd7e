import type { Assumption } from './assumptions'

/** The nearest allowed whole number; the preset for what is no number at all. */
export function clampSetting(value: number, { preset, least, most }: Assumption): number {
  return Number.isNaN(value) ? preset : Math.min(most, Math.max(least, Math.round(value)))
}
