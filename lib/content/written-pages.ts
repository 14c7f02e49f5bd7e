import { pages } from './pages'
import type { writtenPages } from './routes'
import { entriesOf } from './store'

/** The text of one of the pages that always exist; an owner may have emptied it. */
export const writtenPage = (slug: (typeof writtenPages)[number]) => entriesOf(pages).find((it) => it.slug === slug)
