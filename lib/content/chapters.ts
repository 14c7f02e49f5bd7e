import type { Outline } from './store'

type Heading = Outline['headings'][number]

/** A chapter that a page prints from fields, among those that the text has of its own. */
export const chapter = (id: string, text: string, has: boolean): Heading[] => (has ? [{ id, depth: 2, text }] : [])
