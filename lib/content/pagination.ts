/** Long lists are cut into pages that are printed once each: /writing/, /writing/page/2/, … */

export const pageSize = 24

export type ListPage<Item> = {
  readonly items: readonly Item[]
  readonly number: number
  readonly of: number
  readonly total: number
}

export const pageCount = (total: number, size = pageSize): number => Math.max(1, Math.ceil(total / size))

export function listPage<Item>(all: readonly Item[], number: number, size = pageSize): ListPage<Item> {
  return { items: all.slice((number - 1) * size, number * size), number, of: pageCount(all.length, size), total: all.length }
}

export const pageHref = (base: string, number: number): string => (number === 1 ? base : `${base}page/${number}/`)

/** The numbers of all pages after the first, which stands at the list's own address. */
export const laterPages = (total: number, size = pageSize): number[] =>
  Array.from({ length: pageCount(total, size) - 1 }, (_, index) => index + 2)

/** What is left of a catch-all route below a list: nothing, or `page` and a number. */
export const numberInPath = (path: readonly string[] | undefined): number => (path?.[0] === 'page' ? Number(path[1]) : 1)

export const pathsOf = (total: number): string[][] => [[], ...laterPages(total).map((it) => ['page', String(it)])]

/** No two pages share a title. */
export function inTitle(path: readonly string[] | undefined): string {
  const number = numberInPath(path)
  return number === 1 ? '' : `, page ${number}`
}
