import { useCallback, useEffect, useRef, useState } from 'react'
import type { LifecycleFigure } from '@/lib/content/lifecycle'
import type { Difference } from '@/lib/lifecycle/compare'
import type { Distribution } from '@/lib/lifecycle/distribution'
import type { LinkState } from '@/lib/lifecycle/link-state'
import { momentAt } from '@/lib/lifecycle/steps'
import { fillIn } from '@/lib/lifecycle/words'
import type * as EngineModule from './engine'
import { type Followed, follow, type Position, positionOfStep, scenarioOf } from './following'

type Engine = typeof EngineModule
let engine: Promise<Engine> | null = null
/** The engine is fetched when it is first needed, once for all figures of a page. */
export const loadEngine = (): Promise<Engine> => (engine ??= import('./engine'))

/** What the reader has chosen; the playhead is kept apart because it moves with every frame. */
export type Choice = Omit<LinkState, 'at' | 'before'>

export type Comparison = { readonly id: string; readonly differences: readonly Difference[] }

type Shown = { readonly choice: Choice; readonly followed: Followed; readonly comparison: Comparison | null }

function firstChoice({ scenarios }: LifecycleFigure): Choice {
  const { id, seed, observe, budgetMicros } = scenarios[0]!
  return { scenario: id, seed, index: observe, toggles: {}, settings: {}, budgetMicros, compare: null, speed: 1, view: 'topology' }
}

const forEngine: readonly (keyof Choice)[] = ['scenario', 'seed', 'index', 'toggles', 'settings', 'compare']
const forDistribution: readonly (keyof Choice)[] = ['scenario', 'seed', 'toggles', 'settings', 'budgetMicros']

const differs = (a: Choice, b: Choice, keys: readonly (keyof Choice)[]) => keys.some((key) => a[key] !== b[key])

/** Long work yields to the page after each slice: a timer lets input and painting go first. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

export function useLifecycle(figure: LifecycleFigure, linked: boolean) {
  const [shown, setShown] = useState<Shown>(() => ({ choice: firstChoice(figure), followed: follow(figure.trace), comparison: null }))
  const [position, setPosition] = useState<Position>({ step: 0, at: 0 })
  const [distribution, setDistribution] = useState<{ of: Distribution; isStale: boolean }>({ of: figure.distribution, isStale: false })
  const [notices, setNotices] = useState<readonly string[]>([])
  const [alive, setAlive] = useState(false)
  const wanted = useRef(shown.choice)
  const turn = useRef(0)
  const run = useRef(0)

  const redistribute = useCallback(async (choice: Choice) => {
    const mine = (run.current += 1)
    setDistribution(({ of }) => ({ of, isStale: true }))
    const { distributeInSlices } = await loadEngine()
    const options = { seed: choice.seed, toggles: choice.toggles, settings: choice.settings, budgetMicros: choice.budgetMicros }
    const stillWanted = async () => {
      await breathe()
      return mine === run.current
    }
    if (!(await stillWanted())) return
    const result = await distributeInSlices(scenarioOf(figure, choice.scenario), options, stillWanted)
    if (result && mine === run.current) setDistribution({ of: result, isStale: false })
  }, [figure])

  const show = useCallback(async (choice: Choice, at: number, before: number) => {
    const mine = (turn.current += 1)
    const { followRequest, compareTraces } = await loadEngine()
    if (mine !== turn.current) return
    const options = { seed: choice.seed, index: choice.index, toggles: choice.toggles, settings: choice.settings }
    const followed = follow(followRequest(scenarioOf(figure, choice.scenario), options))
    const other = choice.compare === null ? null : followRequest(scenarioOf(figure, choice.compare))
    const comparison = other && choice.compare !== null ? { id: choice.compare, differences: compareTraces(followed.trace, other) } : null
    const moment = momentAt(at, followed.steps)
    // Earlier steps are only meant while they fall on the same moment.
    let step = moment.step
    while (step > moment.step - before && step > 0 && followed.steps[step - 1]!.at === followed.steps[moment.step]!.at) step -= 1
    setShown({ choice, followed, comparison })
    setPosition({ step, at: moment.at })
  }, [figure])

  const choose = (patch: Partial<Choice>) => {
    const before = wanted.current
    const choice = { ...before, ...patch }
    wanted.current = choice
    if (differs(before, choice, forDistribution)) void redistribute(choice)
    if (differs(before, choice, forEngine)) void show(choice, patch.scenario === undefined ? position.at : 0, 0)
    else setShown((was) => ({ ...was, choice }))
  }

  const open = useCallback(async (fragment: string) => {
    const { decodeLink } = await loadEngine()
    const bases = figure.scenarios
    const { state, notices: found } = decodeLink(fragment, bases, figure.assumptions)
    setNotices(found.map((it) => fillIn(figure.words.notices[it.code], it)))
    const { at, before, ...choice } = state
    if (differs(wanted.current, choice, forDistribution)) void redistribute(choice)
    wanted.current = choice
    await show(choice, at, before)
  }, [figure, redistribute, show])

  useEffect(() => {
    // A fragment without "=" is the name of a heading and none of ours.
    const read = () => (linked && location.hash.includes('=') ? open(location.hash) : null)
    // The controls answer once what the link asks for is there.
    void Promise.resolve(read()).then(() => setAlive(true))
    const onHash = () => void read()
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [linked, open])

  const linkOf = async (): Promise<string> => {
    const { encodeLink } = await loadEngine()
    const { steps } = shown.followed
    const latest = momentAt(position.at, steps).step
    return encodeLink({ ...shown.choice, at: position.at, before: Math.max(0, latest - position.step) }, figure.scenarios)
  }

  return {
    ...shown,
    position,
    distribution,
    notices,
    alive,
    choose,
    linkOf,
    move: setPosition,
    toStep: (step: number) => setPosition(positionOfStep(shown.followed, step)),
    dismiss: () => setNotices([]),
  }
}
