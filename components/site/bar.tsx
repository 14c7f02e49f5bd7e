export type Place = 'work' | 'ledgers' | 'engineering' | 'writing' | 'lab' | 'experience' | 'contact' | 'search'

/** On a phone only those with `first` have room; the others follow in the map at the foot, one tap away. */
const places: readonly { place: Place; href: string; name: string; first?: true }[] = [
  { place: 'work', href: '/projects/', name: 'Work', first: true },
  { place: 'ledgers', href: '/ledgers/', name: 'Ledgers', first: true },
  { place: 'engineering', href: '/engineering/', name: 'Engineering' },
  { place: 'writing', href: '/writing/', name: 'Writing', first: true },
  { place: 'lab', href: '/lab/', name: 'Lab', first: true },
  { place: 'experience', href: '/experience/', name: 'Experience' },
  { place: 'contact', href: '/contact/', name: 'Contact', first: true },
  { place: 'search', href: '/search/', name: 'Search' },
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
            {places.map(({ place, href, name: label, first }) => (
              <a
                key={place}
                href={href}
                className={first ? undefined : 'roomy'}
                aria-current={place === here ? 'page' : undefined}
              >
                {label}
              </a>
            ))}
            <a className="cramped" href="#map">
              More
            </a>
          </nav>
          <theme-switch />
        </div>
      </div>
    </header>
  )
}
