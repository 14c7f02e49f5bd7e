// What a reader who only reads never downloads: the line to the simulation, and what plays it.
export { openSession } from './open-session'
