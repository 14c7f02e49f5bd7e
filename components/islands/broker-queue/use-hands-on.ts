import { type RefObject, useCallback, useEffect, useState } from 'react'
import { type HandsOn, loadHandsOn } from './parts'

/** The log and what breaks things, once a figure that runs has been read down to there. What cannot be fetched stays as it was printed. */
export function useHandsOn(runs: boolean, place: RefObject<Element | null>) {
  const [handsOn, setHandsOn] = useState<HandsOn | null>(null)
  /** Whoever comes by keyboard gets there without passing what lies between: to be called with the first focus. */
  const fetchNow = useCallback(() => void loadHandsOn().then(setHandsOn, () => undefined), [])
  useEffect(() => {
    if (!runs || !place.current) return
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((it) => it.isIntersecting)) fetchNow()
    })
    watcher.observe(place.current)
    return () => watcher.disconnect()
  }, [runs, place, fetchNow])
  return { handsOn, fetchNow }
}
