import { type Action, MAX_ACTIONS } from './settings'
import { forgetAfter, type Timeline } from './snapshots'

/** One microsecond from now, so that a run with this action from the start is the same run. False when there have been too many. */
export function act(timeline: Timeline, action: Omit<Action, 'at'>): boolean {
  const { sim } = timeline
  const { actions } = sim.config
  if (actions.length >= MAX_ACTIONS) return false
  const at = sim.now + 1
  const later = actions.findIndex((each) => each.at > at)
  const place = later < 0 ? actions.length : later
  sim.config = { ...sim.config, actions: [...actions.slice(0, place), { ...action, at }, ...actions.slice(place)] }
  forgetAfter(timeline, sim.now)
  return true
}
