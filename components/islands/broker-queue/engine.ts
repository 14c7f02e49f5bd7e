// What a reader who only reads never downloads: the line to the simulation, and what plays it.
export { paceOf, startPlayback } from './play'
export { openSession } from './session'
