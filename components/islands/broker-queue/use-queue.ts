import { useCallback, useEffect, useRef, useState } from 'react'
import type { Frame } from '@/lib/queue/frame'
import type { QueueConfig } from '@/lib/queue/settings'
import type * as EngineModule from './engine'
import type { Playback } from './play'
import type { Session } from './session'
import { type BrokerQueueProps, configAgainst, configOfScenario, otherPlacement, type Shown } from './view'

type Tools = typeof EngineModule
let tools: Promise<Tools> | null = null
/** What runs the simulation is fetched when it is first needed, once for all figures of a page. */
const loadTools = (): Promise<Tools> => (tools ??= import('./engine'))

const CHART_POINTS = 600

export type Live = { readonly tools: Tools; readonly session: Session }

/** `linked`: the page's fragment is this figure's own. */
export function useQueue({ figure, first, linked }: BrokerQueueProps) {
  const [slug, setSlug] = useState(figure.scenarios[0]!.slug)
  const [shown, setShown] = useState<Shown>(first)
  const [counting, setCounting] = useState(false)
  const [notices, setNotices] = useState<readonly string[]>([])
  const [alive, setAlive] = useState(false)
  const [live, setLive] = useState<Live | null>(null)
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState(1)
  const playback = useRef<Playback | null>(null)
  const opening = useRef<Promise<Live> | null>(null)
  const isOpen = useRef(false)

  const connect = useCallback((): Promise<Live> => {
    const hearFrame = (frame: Frame): void => {
      playback.current?.hear(frame)
      if (frame.progress !== 'running') setPlaying(false)
    }
    const open = async (): Promise<Live> => {
      const loaded = await loadTools()
      const session = loaded.openSession({
        run: ({ charts, ...run }) => {
          hearFrame(run.frame)
          setShown((was) => ({ ...was, ...run, drawings: loaded.drawCharts(charts, run.end, CHART_POINTS) }))
        },
        frame: (frame) => {
          hearFrame(frame)
          setShown((was) => ({ ...was, frame }))
        },
        others: ([otherWay = null, against = null]) => setShown((was) => ({ ...was, otherWay, against })),
        busy: setCounting,
        say: (text) => setNotices((was) => [...was.filter((it) => it !== text), text]),
      })
      const made = { tools: loaded, session }
      setLive(made)
      return made
    }
    return (opening.current ??= open())
  }, [])

  const show = useCallback(
    async (of: string, config: QueueConfig, micros: number | null): Promise<Live> => {
      isOpen.current = true
      const scenario = figure.scenarios.find((it) => it.slug === of) ?? figure.scenarios[0]!
      const made = await connect()
      const against = configAgainst(scenario, config)
      const facts = scenario.facts.map((it) => it.measure)
      made.session.open({ config, micros, facts, others: [otherPlacement(config), ...(against ? [against] : [])] })
      setSlug(scenario.slug)
      return made
    },
    [figure, connect],
  )

  /** With the run that was printed, if nothing else has been asked for yet. */
  const wake = useCallback(
    (): Promise<Live> => (isOpen.current ? connect() : show(figure.scenarios[0]!.slug, first.config, first.frame.at)),
    [connect, show, figure, first],
  )

  useEffect(() => {
    const open = async () => {
      // A fragment without "=" is the name of a heading and none of ours.
      if (!linked || !location.hash.includes('=')) return
      const { readAddress } = await loadTools()
      const address = readAddress(location.hash, figure)
      setNotices(address.notices)
      setPlaying(false)
      await show(address.slug, address.config, address.micros)
    }
    // The controls answer once what the link asks for is there.
    void open().then(() => setAlive(true))
    const onHash = () => void open()
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [figure, linked, show])

  useEffect(() => {
    const onVisibility = () => {
      if (document.hidden) {
        setPlaying(false)
        live?.session.rest()
      } else live?.session.resume()
    }
    document.addEventListener('visibilitychange', onVisibility)
    return () => document.removeEventListener('visibilitychange', onVisibility)
  }, [live])

  useEffect(() => () => live?.session.close(), [live])

  const latest = useRef(shown)
  useEffect(() => {
    latest.current = shown
  })
  const { end } = shown
  useEffect(() => {
    if (!playing || !live) return
    const { startPlayback, paceOf } = live.tools
    const { at } = latest.current.frame
    const started = startPlayback(at >= end ? 0 : at, paceOf(end) * speed, live.session.playTo)
    playback.current = started
    return () => {
      started.stop()
      playback.current = null
    }
  }, [playing, live, speed, end])

  return {
    slug,
    shown,
    counting,
    notices,
    alive,
    live,
    playing,
    speed,
    wake,
    setSpeed,
    dismiss: () => setNotices([]),
    async play(next: boolean) {
      const { session } = await wake()
      const { frame } = latest.current
      if (next && frame.at >= latest.current.end) session.seek(0)
      setPlaying(next)
    },
    async move(micros: number) {
      setPlaying(false)
      ;(await wake()).session.seek(Math.min(latest.current.end, Math.max(0, micros)))
    },
    async step(by: 1 | -1) {
      setPlaying(false)
      ;(await wake()).session.step(by)
    },
    /** A scenario as it was written, at its most telling moment. */
    async choose(next: string) {
      const scenario = figure.scenarios.find((it) => it.slug === next) ?? figure.scenarios[0]!
      setPlaying(false)
      await show(scenario.slug, configOfScenario(scenario, figure.tables), null)
    },
    /** Other settings, at the same time of the run. */
    async set(config: QueueConfig, found: readonly string[]) {
      setNotices(found)
      await show(slug, config, latest.current.frame.at)
    },
  }
}
