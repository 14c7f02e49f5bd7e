import { Figure } from '@/components/figures/figure'
import { Inline } from '@/components/prose/inline'
import type { Ledger } from '@/lib/content/ledgers'
import { anchorOf } from '@/lib/content/routes'

type Fields = Ledger['fields']

/** The modules: what each is answerable for. */
export function Modules({ modules }: { modules: Fields['modules'] }) {
  return (
    <dl className="modules">
      {modules.map(({ id, name, does }) => (
        <div key={id} id={`module-${id}`}>
          <dt>{name}</dt>
          <dd className="serif">
            <Inline text={does} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Cross = () => (
  <svg className="cross" viewBox="0 0 11 11" width="11" height="11" aria-hidden="true">
    <path d="M1 1 10 10M10 1 1 10" />
  </svg>
)

const Arrow = () => (
  <svg className="fix-arrow" viewBox="0 0 26 14" width="26" height="14" aria-hidden="true">
    <path d="M0 7H24.4M18.6 1.6 24.6 7 18.6 12.4" />
  </svg>
)

/** Issue, arrow, fix; the figure that shows both stands below its pair. */
export function PostMortem({ items, figures, slug }: { items: Fields['postMortem']; figures: Fields['figures']; slug: string }) {
  return items.map(({ id, issue, fix, figure }) => {
    const drawn = figure === undefined ? undefined : figures[figure]
    return (
      <div key={id} id={anchorOf(id)} className="post-mortem">
        <div className="pair-of">
          <div>
            <h3 className="issue">
              <Cross /> Issue <span className="note">{id}</span>
            </h3>
            <p className="serif">
              <Inline text={issue} />
            </p>
          </div>
          <Arrow />
          <div>
            <h3>
              <mark>Fix</mark>
            </h3>
            <p className="serif">
              <Inline text={fix} />
            </p>
          </div>
        </div>
        {drawn && <Figure id={`${slug}-${anchorOf(id)}`} number={id} figure={drawn} width="wide" />}
      </div>
    )
  })
}

export function Performance({ items }: { items: Fields['performance'] }) {
  return (
    <div className="records plain">
      {items.map(({ what, how }) => (
        <div key={what} className="record">
          <h3>{what}</h3>
          <p className="serif">
            <Inline text={how} />
          </p>
        </div>
      ))}
    </div>
  )
}

/** Each step up has the trigger that leads to it; until it fires, the step is not built. */
export function Stairs({ steps }: { steps: Fields['scalability'] }) {
  return (
    <ol className={`stairs of-${Math.min(steps.length, 6)}`}>
      {steps.map(({ step, trigger, then }, index) => (
        <li key={step}>
          <div className="tread">
            <h3>{step}</h3>
            <p className="note trigger">
              <span>{index === 0 ? 'Since' : 'When'}</span> {lowerFirst(trigger)}
            </p>
            <p className="serif">
              <Inline text={then} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** A name keeps its capital: only a plain first word is lowered. */
const lowerFirst = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

export function Roadmap({ items }: { items: Fields['roadmap'] }) {
  return (
    <ul className="roadmap">
      {items.map(({ what, why, when }) => (
        <li key={what}>
          <span className="plus" aria-hidden="true">
            +
          </span>
          <h3>{what}</h3>
          <p className="serif">
            <Inline text={why} />
          </p>
          <span className="note">{when}</span>
        </li>
      ))}
    </ul>
  )
}
