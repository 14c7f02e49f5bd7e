import { experience, inDisplayOrder } from './experience'
import { remembered } from './remember'
import { entriesOf } from './store'

export const engagements = remembered(() => inDisplayOrder(entriesOf(experience)))

/** The year of the first one: how far back the work goes, whatever part of it a reader counts. */
export const firstYear = (): string | undefined =>
  engagements()
    .map(({ fields }) => fields.from.slice(0, 4))
    .toSorted()[0]

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2023-03` as `Mar 2023`. */
export function shortMonth(month: string): string {
  const [year = '', number = '1'] = month.split('-')
  return month === 'present' ? 'now' : `${months[Number(number) - 1] ?? ''} ${year}`
}

/** Calendar months, both ends counted. */
export function lengthInMonths(from: string, to: string, today: string): number {
  const count = (it: string) => Number(it.slice(0, 4)) * 12 + Number(it.slice(5, 7))
  return count(to === 'present' ? today : to) - count(from) + 1
}

/** 29 months as `2 years 5 months`. */
export function spokenLength(all: number): string {
  const [years, rest] = [Math.floor(all / 12), all % 12]
  const part = (count: number, one: string) => (count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}`])
  return [...part(years, 'year'), ...part(rest, 'month')].join(' ')
}
