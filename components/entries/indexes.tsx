import { indexPages } from '@/lib/content/index-pages'

/** The indexes of everything, as rows. */
export function Indexes() {
  return (
    <div className="lab-index">
      <ul className="index">
        {indexPages().map(({ href, name, count, says }) => (
          <li key={href} className="row ruled">
            <span className="rail">{count}</span>
            <span className="body">
              <a className="name" href={href}>
                {name}
              </a>
              <span className="subject">{says}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
