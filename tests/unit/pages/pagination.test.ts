import { describe, expect, it } from 'vitest'
import { shownNumbers } from '@/components/site/pager'
import { laterPages, listPage, numberInPath, pageCount, pageHref, pathsOf } from '@/lib/content/pagination'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('a list in pages', () => {
  it('is one page when it is empty or just full', () => {
    expect([0, 1, 24].map((it) => pageCount(it))).toEqual([1, 1, 1])
    expect(laterPages(24)).toEqual([])
  })

  it('holds each of 1,000 entries once, in order', () => {
    const all = numbers(1000)
    const printed = numbers(pageCount(all.length)).flatMap((it) => listPage(all, it).items)
    expect(printed).toEqual(all)
    expect(pageCount(all.length)).toBe(42)
  })

  it('has its first page at its own address', () => {
    expect(pageHref('/writing/', 1)).toBe('/writing/')
    expect(pageHref('/writing/', 3)).toBe('/writing/page/3/')
    expect(pathsOf(49).map((it) => numberInPath(it))).toEqual([1, 2, 3])
  })
})

describe('the page numbers that are shown', () => {
  it('are all of them while they are few', () => {
    expect(shownNumbers(2, 3)).toEqual([1, 2, 3])
  })

  it('are the ends and the neighbours when they are many', () => {
    expect(shownNumbers(20, 42)).toEqual([1, 'gap', 19, 20, 21, 'gap', 42])
    expect(shownNumbers(1, 42)).toEqual([1, 2, 'gap', 42])
  })
})
