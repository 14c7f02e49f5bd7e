// What shows a run other than the printed one.
export { BothWays } from './both-ways'
export { ChartRow } from './charts'
export { Path } from './path'
export { Readouts } from './readouts'
export { compareIn, shownRun } from './runs'
export { configOfScenario } from './scenario-config'
export { Why } from './why'
