import { useCallback, useEffect, useRef, useState } from 'react'
import type { FigureScenario } from '@/lib/content/queue'
import type { Frame } from '@/lib/queue/frame'
import type { Action, FieldName, QueueConfig } from '@/lib/queue/settings'
import { loadAddress, loadEngine, loadResults, loadSettle, type Results } from './parts'
import type { Plan, Session } from './session'
import { usePlayback } from './use-playback'
import type { BrokerQueueProps, Shown } from './view'

const CHART_POINTS = 600

const offline = 'A part of this figure could not be loaded, so it stays as it is. Check the connection and try once more.'

/** `linked`: the page's fragment is this figure's own. */
export function useQueue(props: BrokerQueueProps) {
  const { figure, first, linked } = props
  const [scenario, setScenario] = useState(figure.scenarios[0]!)
  const [shown, setShown] = useState<Shown>(first)
  /** While a run is being counted, how much of it has been; null when the run behind the figure is the one that is shown. */
  const [counting, setCounting] = useState<number | null>(null)
  const [ready, setReady] = useState(false)
  const [notices, setNotices] = useState<readonly string[]>([])
  const [alive, setAlive] = useState(false)
  const [live, setLive] = useState<Session | null>(null)
  /** What shows another run than the printed one, which shows itself. */
  const [results, setResults] = useState<Results | null>(null)
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState(1)
  const opened = useRef<Session | null>(null)
  const isOpen = useRef(false)
  const drawing = useRef<Results | null>(null)
  usePlayback(live, shown, playing, speed)

  /** Null, with a notice, when it cannot be had. */
  const reach = useCallback(
    <Part>(load: () => Promise<Part>): Promise<Part | null> =>
      load().catch(() => {
        setNotices([offline])
        return null
      }),
    [],
  )

  const connect = useCallback(async (): Promise<Session | null> => {
    const engine = await reach(loadEngine)
    if (!engine) return null
    const hear = (frame: Frame): void => {
      if (frame.progress !== 'running') setPlaying(false)
    }
    opened.current ??= engine.openSession({
      run(run) {
        hear(run.frame)
        setResults(drawing.current)
        setShown((was) => ({ ...was, ...drawing.current!.shownRun(run, CHART_POINTS) }))
      },
      frame(frame) {
        hear(frame)
        setShown((was) => ({ ...was, frame }))
      },
      others: ([otherWay = null, against = null]) => setShown((was) => ({ ...was, otherWay, against })),
      counting(share) {
        setCounting(share)
        setReady(false)
      },
      counted() {
        setCounting(null)
        setReady(true)
      },
      fail() {
        isOpen.current = false
        setCounting(null)
        setNotices([offline])
      },
      say: (text) => setNotices((was) => [...was.filter((it) => it !== text), text]),
    })
    setLive(opened.current)
    return opened.current
  }, [reach])

  /** Null, with a notice, when what it takes cannot be had. */
  const open = useCallback(
    async (plan: Promise<Plan | null> | Plan): Promise<Session | null> => {
      setReady(false)
      isOpen.current = true
      const wanted = await plan
      const made = wanted && (await connect())
      if (made) made.open(wanted)
      else isOpen.current = false
      return made
    },
    [connect],
  )

  const show = useCallback(
    async (slug: string, configIn: (results: Results, of: FigureScenario) => QueueConfig, micros: number | null) => {
      const of = figure.scenarios.find((it) => it.slug === slug) ?? figure.scenarios[0]!
      const planned = async (): Promise<Plan | null> => {
        const results = (drawing.current ??= await reach(loadResults))
        if (!results) return null
        return { config: configIn(results, of), micros, compare: results.compareIn(of) }
      }
      if (await open(planned())) setScenario(of)
    },
    [figure, open, reach],
  )

  /** With the run that was printed, if nothing else has been asked for yet. */
  const wake = useCallback(
    (): Promise<Session | null> =>
      isOpen.current ? connect() : open({ config: first.config, micros: first.frame.at, compare: null }),
    [connect, open, first],
  )

  useEffect(() => {
    const follow = async () => {
      // A fragment without "=" is the name of a heading and none of ours.
      if (!linked || !location.hash.includes('=')) return
      const address = (await reach(loadAddress))?.readAddress(location.hash, figure)
      if (!address) return
      setNotices(address.notices)
      setPlaying(false)
      await show(address.slug, () => address.config, address.micros)
    }
    // The controls answer once what the link asks for is there.
    void follow().then(() => setAlive(true))
    const onHash = () => void follow()
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [figure, linked, show, reach])

  useEffect(() => {
    const onVisibility = () => {
      if (document.hidden) {
        setPlaying(false)
        live?.rest()
      } else live?.resume()
    }
    document.addEventListener('visibilitychange', onVisibility)
    return () => document.removeEventListener('visibilitychange', onVisibility)
  }, [live])

  useEffect(() => () => live?.close(), [live])

  const latest = useRef(shown)
  useEffect(() => {
    latest.current = shown
  })

  return {
    scenario,
    shown,
    counting,
    ready,
    notices,
    alive,
    live,
    results,
    playing,
    speed,
    setSpeed,
    wake: () => void wake(),
    dismiss: () => setNotices([]),
    async play(next: boolean) {
      const session = await wake()
      const { frame } = latest.current
      if (next && frame.at >= latest.current.end) session?.seek(0)
      setPlaying(next && session !== null)
    },
    async move(micros: number) {
      setPlaying(false)
      ;(await wake())?.seek(Math.min(latest.current.end, Math.max(0, micros)))
    },
    async step(by: 1 | -1) {
      setPlaying(false)
      ;(await wake())?.step(by)
    },
    async act(action: Omit<Action, 'at'>) {
      const session = await wake()
      drawing.current ??= await reach(loadResults)
      if (drawing.current) session?.act(action, drawing.current.compareIn(scenario))
    },
    /** A scenario as it was written, at its most telling moment. */
    async choose(next: string) {
      setPlaying(false)
      await show(next, ({ configOfScenario }, of) => configOfScenario(of, figure.tables), null)
    },
    /** Other settings or actions, at the same time of the run; what is out of bounds is put right. */
    async change(values: Partial<Record<FieldName, string | number | boolean>>, actions: readonly Action[]) {
      const settled = (await reach(loadSettle))?.settle({ ...latest.current.config, ...values }, actions, figure.tables)
      if (!settled) return
      setNotices(settled.notices)
      await show(scenario.slug, () => settled.config, latest.current.frame.at)
    },
    copyLink: async () => {
      const { config, frame } = latest.current
      return (await reach(loadAddress))?.copyLink(scenario.slug, { config, micros: frame.at }, props) ?? ''
    },
  }
}
