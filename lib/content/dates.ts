/** A date is a calendar day, written YYYY-MM-DD and compared as text: no clock and no time zone can move it. */

export const todayInUtc = (now: Date = new Date()): string => now.toISOString().slice(0, 10)

export type Scheduled = { readonly draft?: boolean | undefined; readonly publishAt?: string | undefined }

/** What a reader of the built site may see on that day. */
export type Visibility = 'public' | 'scheduled' | 'draft'

export function visibilityOn(day: string, { draft, publishAt }: Scheduled): Visibility {
  if (draft) return 'draft'
  return publishAt !== undefined && publishAt > day ? 'scheduled' : 'public'
}

export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026-11-21` as `21 November 2026`; a month without a day as `November 2026`. */
export function longDate(date: string): string {
  const [year = '', month = '', day] = date.split('-')
  return [day && String(Number(day)), months[Number(month) - 1], year].filter(Boolean).join(' ')
}

const isDay = (day: string) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true

/** `2026-3-1` and what may follow it, or `March 1, 2026`, in parts; not `01/03/2026`, which is two days. */
function partsOf(written: string): string[] {
  const [, ...inOrder] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ].*)?)?$/.exec(written) ?? []
  const named = months.findIndex((it) => new RegExp(`\\b${it.slice(0, 3)}`, 'i').test(written))
  const [ofYear] = /\b\d{4}\b/.exec(written) ?? []
  const [ofMonth] = /\b\d{1,2}\b/.exec(written) ?? []
  const found = inOrder.length > 0 || named < 0 || !ofYear ? inOrder : [ofYear, String(named + 1), ofMonth]
  return found.filter((it) => it !== undefined).map((it) => it.padStart(2, '0'))
}

/** The day that somebody meant who wrote it otherwise. */
export function dayFrom(written: string): string | undefined {
  const day = partsOf(written).join('-')
  return isDay(day) && day.length === 10 ? day : undefined
}

/** The same of a month, also where a day is written with it. */
export function monthFrom(written: string): string | undefined {
  const month = partsOf(written).slice(0, 2).join('-')
  return isDay(`${month}-01`) ? month : undefined
}
