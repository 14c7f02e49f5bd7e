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
