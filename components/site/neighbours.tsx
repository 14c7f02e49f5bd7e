type Way = { readonly href: string; readonly title: string; readonly number?: string | undefined } | undefined

type NeighboursProps = {
  label: string
  all: { readonly href: string; readonly title: string }
  previous: Way
  next: Way
  names?: readonly [previous: string, next: string]
  /** What stands where there is no next one yet. */
  none?: string
}

/** The entries before and after, at the end of every entry. */
export function Neighbours({ label, all, previous, next, names = ['Previous', 'Next'], none }: NeighboursProps) {
  return (
    <nav className="row opens neighbours" aria-label={label}>
      <div className="rail">
        <a href={all.href}>{all.title}</a>
      </div>
      <div className="body">
        {previous ? <Neighbour name={names[0]} to={previous} /> : <span />}
        {next && <Neighbour name={names[1]} to={next} end />}
        {!next && none && (
          <p className="neighbour end">
            <span>{names[1]}</span>
            {none}
          </p>
        )}
      </div>
    </nav>
  )
}

function Neighbour({ name, to, end = false }: { name: string; to: NonNullable<Way>; end?: boolean }) {
  return (
    <a className={end ? 'neighbour end' : 'neighbour'} href={to.href}>
      <span>{name}</span>
      <b>
        {to.number && `${to.number} `}
        {to.title}
      </b>
    </a>
  )
}

/** Every entry has its neighbours in the order in which the index prints them. */
export function neighboursIn<It extends { readonly slug: string }>(
  all: readonly It[],
  slug: string,
): { previous: It | undefined; next: It | undefined } {
  const at = all.findIndex((it) => it.slug === slug)
  return { previous: at > 0 ? all[at - 1] : undefined, next: all[at + 1] }
}
