// What stands further down, for those who get there: the whole log, dead letters to put back, settings, things to break.
export { AllControls } from './all-controls'
export { FirstControls } from './controls'
export { DeadLetters } from './dead-letters'
export { Failures } from './failures'
export { LiveLog } from './live-log'
