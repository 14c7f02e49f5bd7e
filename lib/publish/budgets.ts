import budgetsFile from './budgets.json'
import type { PageWeight } from './page-weight'
import { PublishError } from './site'

export type Budget = {
  readonly kind: string
  /** Which files it holds for, as an expression; the first that fits counts. */
  readonly pages: string
  /** Only for pages that carry an instrument. */
  readonly carriesInstrument?: boolean
  readonly total: number
  readonly requests: number
  readonly script: number
  readonly islands?: number
}

export const budgets: readonly Budget[] = budgetsFile

export const budgetFor = (
  { path, islands }: Pick<PageWeight, 'path' | 'islands'>,
  all: readonly Budget[] = budgets,
): Budget | undefined => all.find((it) => new RegExp(it.pages).test(path) && (!it.carriesInstrument || islands > 0))

const limits = ['total', 'requests', 'script', 'islands'] as const

const amount = (name: (typeof limits)[number], value: number) => (name === 'requests' ? `${value} requests` : `${value} bytes`)

const sayLimit = { total: 'weighs', requests: 'needs', script: 'has script of', islands: 'has figures of' } as const

/** Names the page, the figures and what weighs most, for each budget that is exceeded. */
export function overBudget(weights: readonly PageWeight[], all: readonly Budget[] = budgets): string[] {
  return weights.flatMap((weight) => {
    const budget = budgetFor(weight, all)
    if (!budget) return []
    return limits.flatMap((name) => {
      const limit = budget[name]
      if (limit === undefined || weight[name] <= limit) return []
      const largest = weight.parts
        .toSorted((a, b) => b.bytes - a.bytes)
        .slice(0, 3)
        .map((it) => `${it.what} ${it.bytes}`)
      return [
        `${weight.path} ${sayLimit[name]} ${amount(name, weight[name])}; a page of kind "${budget.kind}" may have ${limit}. Largest: ${largest.join(', ')}.`,
      ]
    })
  })
}

export function keepBudgets(weights: readonly PageWeight[]): void {
  const problems = overBudget(weights)
  if (problems.length > 0) throw new PublishError(`Over budget (lib/publish/budgets.json):\n  ${problems.join('\n  ')}`)
}
