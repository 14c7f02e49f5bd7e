/** A moment of a run: always seconds with two places, so that it does not jump about while it runs. */
export const momentText = (micros: number): string => `${(micros / 1_000_000).toFixed(2)} s`

export const countText = (count: number): string => Math.round(count).toLocaleString('en-GB')
