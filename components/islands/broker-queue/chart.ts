// A chart as paths and peaks, nothing else, so that a page can carry it in its HTML.

export type ChartLine = { readonly name: string; readonly kind: 'main' | 'other' | 'fault'; readonly path: string }
export type ChartDrawing = {
  readonly title: string
  readonly unit: 'count' | 'rate' | 'micros'
  readonly peak: number
  readonly lines: readonly ChartLine[]
}

export const CHART = { width: 300, height: 84 } as const

/** The moment that the drawing shows. */
export const playheadPath = (at: number, end: number): string =>
  `M${((CHART.width * at) / Math.max(1, end)).toFixed(1)} 0V${CHART.height}`
