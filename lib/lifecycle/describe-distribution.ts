import { formatMicros } from './describe'
import type { Distribution, Share } from './distribution'
import { say, type Words } from './words'

export function describeDistribution(distribution: Distribution, words: Words): string {
  const { response, requests, budgetMicros, withinBudget, errors, refusals, edgeHits, cacheHits } = distribution
  const shareText = ({ count, of, share }: Share): string =>
    share === null ? words.sentences.shareOfNone : say(words, 'share', { count, of, percent: (share * 100).toFixed(1) })
  return say(words, 'distribution', {
    requests,
    percentiles: response
      .map(({ percent, value, samples }) =>
        say(words, value === null ? 'percentileHidden' : 'percentile', { percent, samples, value: formatMicros(value ?? 0) }),
      )
      .join(', '),
    budget: formatMicros(budgetMicros),
    withinBudget: shareText(withinBudget),
    errors: shareText(errors),
    refusals: shareText(refusals),
    edgeHits: shareText(edgeHits),
    cacheHits: shareText(cacheHits),
  })
}
