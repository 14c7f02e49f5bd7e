import { roles } from '@/lib/content/vocabulary'

type Link = { readonly href: string; readonly name: string }

const columns: readonly { readonly title: string; readonly links: readonly Link[] }[] = [
  {
    title: 'Work',
    links: [
      { href: '/projects/', name: 'Projects' },
      { href: '/case-studies/', name: 'Case studies' },
      { href: '/ledgers/', name: 'Architecture ledgers' },
      { href: '/engineering/', name: 'Engineering' },
      { href: '/claims/', name: 'Measured results' },
      { href: '/skills/', name: 'Skills and evidence' },
    ],
  },
  {
    title: 'Reading',
    links: [
      { href: '/writing/', name: 'Writing' },
      { href: '/reports/', name: 'Reports' },
      { href: '/faq/', name: 'Questions' },
      { href: '/lab/', name: 'Lab' },
      { href: '/search/', name: 'Search' },
      { href: '/colophon/', name: 'Colophon' },
    ],
  },
  {
    title: 'Person',
    links: [
      { href: '/about/', name: 'About' },
      { href: '/experience/', name: 'Experience' },
      { href: '/how-i-work/', name: 'How I work' },
      { href: '/stack/', name: 'Stack' },
      { href: '/cv/', name: 'CV' },
      { href: '/contact/', name: 'Contact' },
    ],
  },
]

/** Every index of the site, on every page: what the bar has no room for is found here. */
export function SiteMap() {
  const forRoles = roles().map(({ slug, title }) => ({ href: `/for/${slug}/`, name: title }))
  const last = forRoles.length > 0 ? [{ title: 'Cut to a role', links: forRoles }] : []
  return (
    <nav className="site-map" id="map" aria-label="All pages">
      {[...columns, ...last].map(({ title, links }) => (
        <div key={title}>
          <p className="label">{title}</p>
          <ul>
            {links.map(({ href, name }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
