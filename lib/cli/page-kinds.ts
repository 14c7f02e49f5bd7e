import { findPageKinds } from './find-page-kinds'

/** One address for each kind of page there is: pictures are taken of them, and the browser tests go through them. */
export const pageKinds = findPageKinds()
