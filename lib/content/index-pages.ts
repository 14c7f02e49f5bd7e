import { allReports } from './all-reports'
import { catalogue } from './catalogue'
import { allFaqs } from './engineering'
import { allClaims } from './evidence'
import { allProjects } from './filters'
import { ledgers } from './ledgers'
import { labs } from './routes'
import { selectedWork } from './selected'
import { entriesOf } from './store'
import { skills } from './vocabulary'
import { pieces } from './writing'

export type IndexPage = { readonly href: string; readonly name: string; readonly count: number; readonly says: string }

/** Every list on the site with the number of things on it: where to start without a search. */
export function indexPages(): IndexPage[] {
  return [
    { href: '/projects/', name: 'Projects', count: allProjects().length, says: 'By language, domain and role' },
    { href: '/case-studies/', name: 'Case studies', count: selectedWork().length, says: 'Problem, approach, measured result' },
    { href: '/ledgers/', name: 'Architecture ledgers', count: entriesOf(ledgers).length, says: 'Compared side by side' },
    { href: '/writing/', name: 'Writing', count: pieces().length, says: 'By category, year, series and tag' },
    { href: '/reports/', name: 'Technical reports', count: allReports().length, says: 'With their abstracts' },
    { href: '/faq/', name: 'Questions', count: allFaqs().length, says: 'Short answers, then the reasons' },
    { href: '/claims/', name: 'Measured results', count: allClaims().length, says: 'Each with its method' },
    { href: '/skills/', name: 'Skills', count: skills().length, says: 'Each with its evidence' },
    { href: '/lab/', name: 'Instruments', count: labs.length + 1, says: 'To operate and to break' },
  ]
}

/** All pages by name, for the page that is shown when an address leads nowhere. */
export const allPages = () => [...catalogue().values()].filter((it) => !it.href.includes('#') && it.kind !== 'term')
