import { useCallback, useEffect, useRef, useState } from 'react'
import type { LifecycleFigure } from '@/lib/content/lifecycle'
import type { Choice, Counted, Shown } from './choice'
import type * as EngineModule from './engine'
import { follow, type Position, positionOfStep } from './following'

type Engine = typeof EngineModule
let engine: Promise<Engine> | null = null

/** The engine is fetched when it is first needed, once for all figures of a page; a failed fetch is tried again by the next need. */
function loadEngine(): Promise<Engine> {
  engine ??= import('./engine').catch((reason: unknown) => {
    engine = null
    throw reason
  })
  return engine
}

const offline = 'The model could not be loaded, so the figure stays as it is. Check the connection and try once more.'

function firstChoice({ scenarios }: LifecycleFigure): Choice {
  const { id, seed, observe, budgetMicros } = scenarios[0]!
  return {
    scenario: id,
    seed,
    index: observe,
    toggles: {},
    settings: {},
    budgetMicros,
    compare: null,
    speed: 1,
    view: 'topology',
  }
}

const forTrace: readonly (keyof Choice)[] = ['scenario', 'seed', 'index', 'toggles', 'settings']
const forCount: readonly (keyof Choice)[] = ['scenario', 'seed', 'index', 'toggles', 'settings', 'budgetMicros', 'compare']

const differs = (a: Choice, b: Choice, keys: readonly (keyof Choice)[]) => keys.some((key) => a[key] !== b[key])

/** `linked`: the page's fragment is this figure's own. */
export function useLifecycle(figure: LifecycleFigure, linked: boolean) {
  // The controls show what was chosen at once; the views follow as soon as the model has run.
  const [choice, setChoice] = useState(() => firstChoice(figure))
  const [shown, setShown] = useState<Shown>(() => ({ choice, followed: follow(figure.trace) }))
  const [position, setPosition] = useState<Position>({ step: 0, at: 0 })
  const [counted, setCounted] = useState<Counted>({
    of: choice,
    distribution: figure.distribution,
    without: figure.without,
    comparison: null,
  })
  const [notices, setNotices] = useState<readonly string[]>([])
  const [alive, setAlive] = useState(false)
  const [tools, setTools] = useState<Engine | null>(null)
  const wanted = useRef(choice)
  /** What the views show or are about to: lags behind what is wanted while the engine is on its way. */
  const settled = useRef(choice)

  /** Null, with a notice, when there is no engine to be had. */
  const wake = useCallback(
    () =>
      loadEngine().then(
        (loaded) => {
          setTools(loaded)
          return loaded
        },
        () => {
          setNotices([offline])
          return null
        },
      ),
    [],
  )

  const take = useCallback(
    async (next: Choice, at: number, before: number) => {
      wanted.current = next
      setChoice(next)
      const loaded = await wake()
      // Only the latest choice is shown, however the answers overtake one another.
      if (wanted.current !== next) return
      if (!loaded) {
        wanted.current = settled.current
        return setChoice(settled.current)
      }
      settled.current = next
      const answer = loaded.show(figure, next, at, before)
      setShown(answer.shown)
      setPosition(answer.position)
    },
    [figure, wake],
  )

  const latest = useRef(choice)
  useEffect(() => {
    const { choice: of } = shown
    if (!differs(latest.current, of, forCount)) return
    latest.current = of
    const count = async () => {
      const loaded = await wake()
      const next = await loaded?.count(figure, shown, () => latest.current === of)
      if (next) setCounted(next)
    }
    void count()
  }, [figure, shown, wake])

  const choose = (patch: Partial<Choice>) => {
    const next = { ...wanted.current, ...patch }
    const { current } = settled
    if (differs(current, next, forTrace)) return void take(next, next.scenario === current.scenario ? position.at : 0, 0)
    wanted.current = next
    settled.current = next
    setChoice(next)
    setShown((was) => ({ ...was, choice: next }))
  }

  useEffect(() => {
    const open = async () => {
      // A fragment without "=" is the name of a heading and none of ours.
      if (!linked || !location.hash.includes('=')) return
      const opened = (await wake())?.readLink(figure, location.hash)
      if (!opened) return
      const { at, before, ...asked } = opened.state
      setNotices(opened.notices)
      await take(asked, at, before)
    }
    // The controls answer once what the link asks for is there.
    void open().then(() => setAlive(true))
    const onHash = () => void open()
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [figure, linked, take, wake])

  return {
    choice,
    followed: shown.followed,
    counted,
    isStale: differs(counted.of, choice, forCount),
    /** The parts of the view that come with the engine. */
    tools,
    wake: () => void wake(),
    position,
    notices,
    alive,
    choose,
    linkOf: async () => (await wake())?.linkTo(figure, { ...shown, choice }, position),
    move: setPosition,
    toStep: (step: number) => setPosition(positionOfStep(shown.followed, step)),
    dismiss: () => setNotices([]),
  }
}
