import { useCallback, useEffect, useRef, useState } from 'react'
import type { LifecycleFigure } from '@/lib/content/lifecycle'
import type { Distribution } from '@/lib/lifecycle/distribution'
import type { Choice, Shown } from './choice'
import type * as EngineModule from './engine'
import { follow, type Position, positionOfStep } from './following'

type Engine = typeof EngineModule
let engine: Promise<Engine> | null = null
/** The engine is fetched when it is first needed, once for all figures of a page. */
const loadEngine = (): Promise<Engine> => (engine ??= import('./engine'))

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

const forTrace: readonly (keyof Choice)[] = ['scenario', 'seed', 'index', 'toggles', 'settings', 'compare']
const forDistribution: readonly (keyof Choice)[] = ['scenario', 'seed', 'toggles', 'settings', 'budgetMicros']

const differs = (a: Choice, b: Choice, keys: readonly (keyof Choice)[]) => keys.some((key) => a[key] !== b[key])

/** `linked`: the page's fragment is this figure's own. */
export function useLifecycle(figure: LifecycleFigure, linked: boolean) {
  const [shown, setShown] = useState<Shown>(() => ({
    choice: firstChoice(figure),
    followed: follow(figure.trace),
    comparison: null,
  }))
  const [position, setPosition] = useState<Position>({ step: 0, at: 0 })
  const [distribution, setDistribution] = useState<{ of: Distribution; isStale: boolean }>({
    of: figure.distribution,
    isStale: false,
  })
  const [notices, setNotices] = useState<readonly string[]>([])
  const [alive, setAlive] = useState(false)
  const [tools, setTools] = useState<Engine | null>(null)
  const wanted = useRef(shown.choice)

  const take = useCallback(
    async (choice: Choice, at: number, before: number) => {
      wanted.current = choice
      const loaded = await loadEngine()
      setTools(loaded)
      // Only the latest choice is shown, however the answers overtake one another.
      if (wanted.current !== choice) return
      const next = loaded.show(figure, choice, at, before)
      setShown(next.shown)
      setPosition(next.position)
    },
    [figure],
  )

  const { choice } = shown
  const counted = useRef(choice)
  useEffect(() => {
    if (!differs(counted.current, choice, forDistribution)) return
    counted.current = choice
    const isWanted = () => counted.current === choice
    const count = async () => {
      const { recount } = await loadEngine()
      setDistribution((it) => ({ ...it, isStale: true }))
      const of = await recount(figure, choice, isWanted)
      if (of) setDistribution({ of, isStale: false })
    }
    void count()
  }, [figure, choice])

  const choose = (patch: Partial<Choice>) => {
    const next = { ...wanted.current, ...patch }
    if (differs(wanted.current, next, forTrace)) void take(next, patch.scenario === undefined ? position.at : 0, 0)
    else {
      wanted.current = next
      setShown((was) => ({ ...was, choice: next }))
    }
  }

  useEffect(() => {
    const open = async () => {
      // A fragment without "=" is the name of a heading and none of ours.
      if (!linked || !location.hash.includes('=')) return
      const { readLink } = await loadEngine()
      const { state, notices: found } = readLink(figure, location.hash)
      const { at, before, ...asked } = state
      setNotices(found)
      await take(asked, at, before)
    }
    // The controls answer once what the link asks for is there.
    void open().then(() => setAlive(true))
    const onHash = () => void open()
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [figure, linked, take])

  return {
    ...shown,
    /** The parts of the view that come with the engine. */
    tools,
    wake: () => void loadEngine().then(setTools),
    position,
    distribution,
    notices,
    alive,
    choose,
    linkOf: async () => (await loadEngine()).linkTo(figure, shown, position),
    move: setPosition,
    toStep: (step: number) => setPosition(positionOfStep(shown.followed, step)),
    dismiss: () => setNotices([]),
  }
}
