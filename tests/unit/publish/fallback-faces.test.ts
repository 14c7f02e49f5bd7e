import { expect, it } from 'vitest'
import { fallbackFaces, matchMetrics } from '@/lib/publish/fallback-faces'

const metrics = { ascent: 800, descent: -200, lineGap: 100, unitsPerEm: 1000, xWidthAvg: 400 }

it('a font that stands in for itself is left as it is', () => {
  expect(matchMetrics(metrics, metrics)).toEqual({
    'size-adjust': '100%',
    'ascent-override': '80%',
    'descent-override': '20%',
    'line-gap-override': '10%',
  })
})

it('a narrower font is stretched, and its line is brought back to the height wanted', () => {
  const matched = matchMetrics(metrics, { ...metrics, xWidthAvg: 200 })
  expect(matched['size-adjust']).toBe('200%')
  expect(matched['ascent-override']).toBe('40%')
})

it('only families in use get a stand-in', () => {
  expect(fallbackFaces(new Set(['Archivo']))).toMatch(/^@font-face\{font-family:"Archivo fallback";src:local\("Arial"\)[^@]*$/)
  expect(fallbackFaces(new Set())).toBe('')
})
