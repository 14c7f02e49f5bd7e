import { expect, it } from 'vitest'
import { type Budget, budgetFor, budgets, keepBudgets, overBudget } from '@/lib/publish/budgets'
import type { PageWeight } from '@/lib/publish/page-weight'

const article: PageWeight = {
  path: 'writing/queues/index.html',
  total: 52_000,
  requests: 4,
  script: 1_000,
  islands: 0,
  parts: [
    { what: 'writing/queues/index.html', kind: 'html', bytes: 30_000 },
    { what: '/assets/sans.woff2', kind: 'font', bytes: 12_000 },
    { what: '/assets/serif.woff2', kind: 'font', bytes: 9_000 },
    { what: '/assets/mono.woff2', kind: 'font', bytes: 1_000 },
  ],
}
const budget: Budget = { kind: 'article', pages: '^writing/', total: 56_320, requests: 5, script: 5_120 }

it('a page within its budget is not spoken of', () => {
  expect(overBudget([article], [budget])).toEqual([])
})

it('a page over its budget is named with both figures and its three largest parts', () => {
  expect(overBudget([{ ...article, total: 60_000 }], [budget])).toEqual([
    'writing/queues/index.html weighs 60000 bytes; a page of kind "article" may have 56320. ' +
      'Largest: writing/queues/index.html 30000, /assets/sans.woff2 12000, /assets/serif.woff2 9000.',
  ])
})

it('requests and scripts have budgets of their own', () => {
  expect(overBudget([{ ...article, requests: 9, script: 9_999 }], [budget])).toHaveLength(2)
})

it('an article has another budget once it carries an instrument, whichever it is', () => {
  expect(budgetFor(article)?.kind).toBe('article')
  expect(budgetFor({ ...article, islands: 1 })?.kind).toBe('article with an instrument')
})

it('the build fails on a page over its budget', () => {
  expect(() => keepBudgets([article])).not.toThrow()
  expect(() => keepBudgets([{ ...article, total: 60_000 }])).toThrow(/^Over budget \(lib\/publish\/budgets\.json\):\n {2}writing/)
})

it('an article of ours may weigh 55 KB in 5 requests, and every page has a budget', () => {
  expect(budgets.find((it) => it.kind === 'article')).toMatchObject({ total: 55 * 1024, requests: 5, script: 5 * 1024 })
  expect(overBudget([{ ...article, path: 'anything/at/all.html', total: 10_000_000 }])).toHaveLength(1)
})
