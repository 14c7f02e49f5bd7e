// The part of the model that a reader who only reads never downloads.
export { compareTraces } from '@/lib/lifecycle/compare'
export { distributeInSlices } from '@/lib/lifecycle/distribution'
export { decodeLink, encodeLink } from '@/lib/lifecycle/link-state'
export { followRequest } from '@/lib/lifecycle/trace'
