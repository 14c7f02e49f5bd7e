// What a reader who only reads never downloads: the part of the model that runs requests, and what needs it.
export { Assumptions } from './assumptions'
export { Comparison } from './comparison'
export { Message } from './message'
export { play } from './play'
export { linkTo, readLink, recount, show } from './shown'
