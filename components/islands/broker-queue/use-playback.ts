import { useEffect, useRef } from 'react'
import type { Session } from './session'
import type { Shown } from './view'

/** Plays while `playing`, from the moment shown, or from the beginning when that is the end. */
export function usePlayback(live: Session | null, { frame, end }: Shown, playing: boolean, speed: number): void {
  const from = useRef(0)
  useEffect(() => {
    from.current = frame.at
  })
  useEffect(
    () => (playing && live ? live.play(from.current >= end ? 0 : from.current, end, speed) : undefined),
    [playing, live, speed, end],
  )
}
