import { describeToggle, describeTrace, describeWithout } from '@/lib/lifecycle/describe-trace'
import { toggleEffects } from '@/lib/lifecycle/toggle-effects'
import type { Trace } from '@/lib/lifecycle/trace'
import type { Without } from '@/lib/lifecycle/without'
import type { Words } from '@/lib/lifecycle/words'

type Props = { trace: Trace; words: Words; without: readonly Without[] }

export function Answer({ trace, words }: Pick<Props, 'trace' | 'words'>) {
  return (
    <ul className="lc-answer">
      {describeTrace(trace, words).map((it) => (
        <li key={it}>{it}</li>
      ))}
    </ul>
  )
}

/** In the order in which the request meets them: the first that ends it decides, whatever is broken behind it. */
export function Effects({ trace, words, without }: Props) {
  const effects = toggleEffects(trace)
  return (
    <ol className="lc-effects" aria-label="What the failures did">
      {effects.length === 0 && (
        <li>Nothing is broken. What you break is weighed here, in the order in which the request meets it.</li>
      )}
      {effects.map((it) => {
        const otherwise = without.find(({ stage }) => stage === it.stage)
        return (
          <li key={it.stage}>
            <b>{describeToggle(it, words)}</b> {words.stages[it.stage][it.mode === 'fail' ? 'fails' : 'slow']}
            {otherwise && <em> {describeWithout(otherwise, trace, words)}</em>}
          </li>
        )
      })}
    </ol>
  )
}
