import { useEffect, useRef } from 'react'
import type { Followed } from './following'
import type { play, Player } from './play'

/** Plays while `playing`, with the loop that comes with the engine. */
export function usePlayback(
  start: typeof play | undefined,
  playing: boolean,
  followed: Followed,
  speed: number,
  player: Player,
): void {
  // The loop reads the latest values without being started anew by each frame.
  const latest = useRef(player)
  useEffect(() => {
    latest.current = player
  })
  useEffect(() => (playing ? start?.(followed, speed, () => latest.current) : undefined), [start, playing, followed, speed])
}
