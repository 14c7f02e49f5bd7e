import type { ReactNode } from 'react'
import { Island } from '@/components/islands/island'
import { displayModes, type ErdDocument } from '@/lib/content/erd'
import type { LinkMode } from '@/lib/erd/explore/link-state'
import { renderSvg } from '@/lib/erd/export/svg'
import { projectForExplorer } from '@/lib/erd/explorer-projection'
import { describeSchema } from '@/lib/erd/page/describe-schema'
import { erdHref } from './erd-href'
import { ErdReadings } from './erd-readings'
import { explorerProps } from './explorer-source'
import { ErdExplorer as Live } from './island'
import { neighbourMarks } from './marks'

type ErdFigureProps = {
  /** Unique on the page. */
  id: string
  document: ErdDocument
  focus: string | null
  mode: LinkMode
  hops: 1 | 2
  caption: ReactNode
  /** The lab's figure has every mode, and the address says what it shows; any other shows one and links to it. */
  isLab: boolean
}

const modeLabels: Readonly<Record<LinkMode, string>> = { all: 'All columns', keys: 'Keys', names: 'Names' }

/** The whole schema in print: every drawing, table, finding and line of SQL. The explorer only moves and lights it. */
export function ErdFigure({ id, document, focus, mode, hops, caption, isLab }: ErdFigureProps) {
  const { name, model } = document
  const data = projectForExplorer(model)
  const props = {
    ...explorerProps(document, data, id, isLab),
    focus,
    mode,
    hops,
    ownsAddress: isLab,
    opensOn: isGrave(document) ? ('findings' as const) : ('table' as const),
  }
  const Title = isLab ? 'h2' : 'p'
  const modes = isLab ? displayModes : [mode]
  const drawings = document.drawings.filter((it) => modes.includes(it.mode))
  const lit = focus === null ? new Map<string, string>() : neighbourMarks(props, focus, hops).elements
  return (
    <figure className="instrument erd-figure" id={id}>
      <div className="instrument-head">
        <Title className="erd-title">{name}.sql</Title>
        <fieldset className="one-of erd-modes" hidden={modes.length === 1}>
          <legend className="unseen">Columns shown</legend>
          {modes.map((it) => (
            <label key={it}>
              <input type="radio" name={`${id}-mode`} value={it} defaultChecked={it === mode} />
              <span>{modeLabels[it]}</span>
            </label>
          ))}
        </fieldset>
        <span className="readouts">
          <span>
            tables <b>{data.tables.length}</b>
          </span>
          <span>
            foreign keys <b>{data.references.length}</b>
          </span>
          <span>
            policies <b>{model.tables.reduce((sum, it) => sum + it.policies.length, 0)}</b>
          </span>
        </span>
      </div>
      <div className="erd-body">
        <div className="erd-stage" tabIndex={0} role="group" aria-label={`Drawing of ${name}`} aria-describedby={`${id}-keys`}>
          {drawings.map((drawing) => (
            <div
              key={`${drawing.orientation} ${drawing.mode}`}
              className="erd-drawing"
              data-mode={drawing.mode}
              data-orientation={drawing.orientation}
              dangerouslySetInnerHTML={{
                __html: renderSvg(drawing, {
                  title: `Schema ${name}`,
                  description: describeSchema(model, drawing),
                  standalone: false,
                  idPrefix: `${id}-${drawing.orientation}-${drawing.mode}`,
                  lit,
                }),
              }}
            />
          ))}
        </div>
        <Island name="erd-explorer" props={props}>
          <Live {...props} />
        </Island>
      </div>
      <p className="unseen" id={`${id}-keys`}>
        With scripts on: arrow keys go from table to table, Shift and arrows pan, plus and minus zoom, Escape lets go.
      </p>
      <Legend />
      <ErdReadings document={document} figure={id} isLab={isLab} />
      {(caption !== null || !isLab) && (
        <figcaption>
          {caption}{' '}
          {!isLab && (
            <a className="erd-lab" href={erdHref(name)}>
              Open {name}.sql in the lab
            </a>
          )}
        </figcaption>
      )}
    </figure>
  )
}

const isGrave = ({ findings }: ErdDocument) => findings.some((it) => it.severity !== 'info')

function Legend() {
  return (
    <ul className="erd-legend" aria-label="Legend">
      <li>
        <svg viewBox="0 0 34 12" aria-hidden="true">
          <path d="M0 6h34M24 6l8-5M24 6l8 5M20 1v10" />
        </svg>
        at least one, up to many
      </li>
      <li>
        <svg viewBox="0 0 34 12" aria-hidden="true">
          <path d="M0 6h34" />
          <path d="M24 6l8-5M24 6l8 5" />
          <circle cx="20" cy="6" r="4" />
        </svg>
        none, one or many
      </li>
      <li>
        <svg viewBox="0 0 34 12" aria-hidden="true">
          <path d="M0 6h34M24 1v10M29 1v10" />
        </svg>
        exactly one
      </li>
      <li>
        <svg viewBox="0 0 34 12" aria-hidden="true">
          <path d="M0 6h34M28 1v10" />
          <circle cx="20" cy="6" r="4" />
        </svg>
        none or one
      </li>
      <li>
        <svg viewBox="0 0 34 12" aria-hidden="true">
          <path d="M0 6h34" />
        </svg>
        identifying
      </li>
      <li>
        <svg viewBox="0 0 34 12" aria-hidden="true">
          <path className="erd-dashed" d="M0 6h34" />
        </svg>
        not identifying
      </li>
      <li>
        <b>Bold</b> NOT NULL
      </li>
      <li>PK, FK, UK: primary, foreign and unique key</li>
    </ul>
  )
}
