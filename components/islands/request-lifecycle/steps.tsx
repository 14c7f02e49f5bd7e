import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { describeStep, formatMicros } from '@/lib/lifecycle/describe'
import type { Words } from '@/lib/lifecycle/words'
import type { Arrow } from '@/lib/lifecycle/topology'
import { type Followed, isFault } from './following'
import { shortName } from './short-name'

type Props = {
  followed: Followed
  words: Words
  arrows: readonly Arrow[]
  step: number
  alive: boolean
  onStep: (step: number) => void
}

const verbs = { enter: 'begins', leave: 'ends', pass: 'passes' }

/** One tab stop: the arrows walk through the steps, Home and End go to the first and the last. */
function stepFor(key: string, step: number, last: number): number | null {
  if (key === 'ArrowDown' || key === 'ArrowRight') return Math.min(last, step + 1)
  if (key === 'ArrowUp' || key === 'ArrowLeft') return Math.max(0, step - 1)
  return key === 'Home' ? 0 : key === 'End' ? last : null
}

export const StepList = memo(function StepList({ followed, words, arrows, step, alive, onStep }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const { steps } = followed
  useEffect(() => {
    const item = list.current?.children[step] as HTMLElement | undefined
    const box = list.current
    // The list scrolls, never the page.
    if (!item || !box) return
    if (box.contains(document.activeElement)) item.querySelector('button')?.focus({ preventScroll: true })
    const [top, bottom] = [item.offsetTop, item.offsetTop + item.offsetHeight]
    if (top < box.scrollTop) box.scrollTop = top
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight
  }, [step, steps])
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepFor(event.key, step, steps.length - 1)
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onStep(next)
  }
  return (
    <ol ref={list} className="lc-steps" onKeyDown={onKeyDown} tabIndex={alive ? undefined : 0}>
      {steps.map((it, at) => {
        const content = (
          <>
            <span className="unseen">{describeStep(it, at, steps.length, words)}</span>
            <span className="lc-step" aria-hidden="true">
              <span>{formatMicros(it.at)}</span>
              <span>
                {arrows.map((arrow, number) => arrow.step === at && <i key={arrow.edge}>{number + 1}</i>)}
                {`${shortName(it.span, words)} ${verbs[it.phase]}`}
                {it.phase !== 'enter' && it.span.outcome !== 'ok' && (
                  <em
                    className={isFault(it.span) ? 'lc-fault-text' : undefined}
                  >{`${isFault(it.span) ? '×' : ':'} ${words.outcomes[it.span.outcome]}`}</em>
                )}
                {it.isAsync && <em>, nobody waits</em>}
              </span>
            </span>
          </>
        )
        const current = at === step
        const classes = ['lc-stop', current ? 'lc-now' : at < step ? 'lc-seen' : 'lc-ahead', it.isAsync ? 'lc-async' : '']
          .filter(Boolean)
          .join(' ')
        return (
          <li key={at}>
            {alive ? (
              <button
                type="button"
                className={classes}
                tabIndex={current ? 0 : -1}
                aria-current={current ? 'step' : undefined}
                onClick={() => onStep(at)}
              >
                {content}
              </button>
            ) : (
              <span className={classes}>{content}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
})
