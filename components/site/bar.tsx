export type Place = 'work' | 'ledgers' | 'writing' | 'lab' | 'contact'

const places: readonly { place: Place; href: string; name: string }[] = [
  { place: 'work', href: '/projects/', name: 'Work' },
  { place: 'ledgers', href: '/ledgers/', name: 'Ledgers' },
  { place: 'writing', href: '/writing/', name: 'Writing' },
  { place: 'lab', href: '/lab/', name: 'Lab' },
  { place: 'contact', href: '/#contact', name: 'Contact' },
]

/** The site's header: who, where one can go, where one is, and the choice of theme. */
export function Bar({ name, here }: { name: string; here?: Place | undefined }) {
  return (
    <header className="bar">
      <div className="row">
        <div className="rail">
          <a className="who" href="/">
            {name}
          </a>
        </div>
        <div className="body">
          <nav aria-label="Main">
            {places.map(({ place, href, name: label }) => (
              <a key={place} href={href} aria-current={place === here ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
          <theme-switch />
        </div>
      </div>
    </header>
  )
}
