import archivo from '@capsizecss/metrics/archivo'
import arial from '@capsizecss/metrics/arial'
import courierNew from '@capsizecss/metrics/courierNew'
import stixTwoText from '@capsizecss/metrics/sTIXTwoText'
import sometypeMono from '@capsizecss/metrics/sometypeMono'
import timesNewRoman from '@capsizecss/metrics/timesNewRoman'

export type Metrics = { readonly ascent: number; readonly descent: number; readonly lineGap: number; readonly unitsPerEm: number; readonly xWidthAvg: number }

type Fallback = { readonly family: string; readonly of: string; readonly metrics: Metrics; readonly local: readonly string[]; readonly localMetrics: Metrics }

/** Each web font's stand-in: a font that is on the reader's machine, or one made to its measures. */
const fallbacks: readonly Fallback[] = [
  { family: 'Archivo fallback', of: 'Archivo', metrics: archivo, local: ['Arial', 'Liberation Sans', 'Arimo'], localMetrics: arial },
  {
    family: 'STIX fallback',
    of: 'STIX Two Text',
    metrics: stixTwoText,
    local: ['Times New Roman', 'Liberation Serif', 'Tinos'],
    localMetrics: timesNewRoman,
  },
  {
    family: 'Sometype fallback',
    of: 'Sometype Mono',
    metrics: sometypeMono,
    local: ['Courier New', 'Liberation Mono', 'Cousine'],
    localMetrics: courierNew,
  },
]

const percent = (value: number): string => `${Number((value * 100).toFixed(2))}%`

/** Stretches a local font to the web font's width and line, so that nothing moves when the web font arrives. */
export function matchMetrics(wanted: Metrics, present: Metrics): Record<string, string> {
  const size = wanted.xWidthAvg / wanted.unitsPerEm / (present.xWidthAvg / present.unitsPerEm)
  const ofEm = (value: number) => percent(value / wanted.unitsPerEm / size)
  return {
    'size-adjust': percent(size),
    'ascent-override': ofEm(wanted.ascent),
    'descent-override': ofEm(Math.abs(wanted.descent)),
    'line-gap-override': ofEm(wanted.lineGap),
  }
}

/** The faces to stand in for these families until they arrive. */
export function fallbackFaces(families: ReadonlySet<string>): string {
  return fallbacks
    .filter((it) => families.has(it.of))
    .map(({ family, local, metrics, localMetrics }) => {
      const matched = Object.entries(matchMetrics(metrics, localMetrics)).map(([name, value]) => `${name}:${value}`)
      const sources = local.map((name) => `local("${name}")`).join(',')
      return `@font-face{font-family:"${family}";src:${sources};${matched.join(';')}}`
    })
    .join('')
}
