// What a reader who only reads never downloads: the line to the simulation, and what needs one.
export { settle } from '@/lib/queue/link'
export { readAddress, writeAddress } from './address'
export { drawCharts } from './chart-drawing'
export { DeadLetters } from './dead-letters'
export { Failures } from './failures'
export { LiveLog } from './live-log'
export { paceOf, startPlayback } from './play'
export { openSession } from './session'
