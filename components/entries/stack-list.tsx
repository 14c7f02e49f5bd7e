import { evidenceFor } from '@/lib/content/evidence'
import type { Profile } from '@/lib/content/profile'

const places = (count: number): string => `${count} ${count === 1 ? 'place' : 'places'}`

/** Tools by group; each leads to where it was used. */
export function StackList({ stack }: { stack: Profile['stack'] }) {
  return (
    <div className="stack-list">
      {stack.map(({ group, tools }) => (
        <section key={group} aria-label={group}>
          <p className="label">{group}</p>
          <ul>
            {tools.map(({ name, note, skill }) => (
              <li key={name}>
                <span>
                  <b>{name}</b>
                  {note && <span className="note">{note}</span>}
                </span>
                {skill && evidenceFor(skill).length > 0 ? (
                  <a href={`/skills/${skill}/`} aria-label={`${name}: ${places(evidenceFor(skill).length)} where it was used`}>
                    {places(evidenceFor(skill).length)}
                  </a>
                ) : (
                  <span className="note">not shown here yet</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
