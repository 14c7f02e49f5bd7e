import { useCallback, useEffect, useRef } from 'react'
import type { Frame } from '@/lib/queue/frame'
import type { Playback } from './play'
import type { Live } from './use-queue'
import type { Shown } from './view'

/** Plays while `playing`, from the moment shown, or from the beginning when that is the end. Wants to hear of every frame. */
export function usePlayback(live: Live | null, shown: Shown, playing: boolean, speed: number): (frame: Frame) => void {
  const playback = useRef<Playback | null>(null)
  const from = useRef(0)
  useEffect(() => {
    from.current = shown.frame.at
  })
  const { end } = shown
  useEffect(() => {
    if (!playing || !live) return
    const { startPlayback, paceOf } = live.engine
    const started = startPlayback(from.current >= end ? 0 : from.current, paceOf(end) * speed, live.session.playTo)
    playback.current = started
    return () => {
      started.stop()
      playback.current = null
    }
  }, [playing, live, speed, end])
  return useCallback((frame) => playback.current?.hear(frame), [])
}
