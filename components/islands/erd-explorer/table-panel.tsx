import type { ExplorerReference, ExplorerTable } from '@/lib/erd/explore/explorer-data'
import type { SearchHit } from '@/lib/erd/explore/search'
import { tableKey } from './explorer-props'
import type { PanelProps } from './panel'
import { TableSelect } from './table-select'

type TablePanelProps = PanelProps & { figure: string; found: SearchHit | null }

export function TablePanel({ data, state, change, focusOn, figure, found }: TablePanelProps) {
  const table = data.tables.find((it) => it.id === state.focus)
  return (
    <>
      <TableSelect label="Table" data={data} value={state.focus} none="No table chosen" onChoose={focusOn} />
      <fieldset className="one-of">
        <legend>Neighbours</legend>
        {([1, 2] as const).map((hops) => (
          <label key={hops}>
            <input type="radio" name={`${figure}-hops`} checked={state.hops === hops} onChange={() => change({ hops })} />
            <span>{hops === 1 ? '1 hop' : '2 hops'}</span>
          </label>
        ))}
      </fieldset>
      {table ? (
        <TableFacts table={table} references={data.references} found={found} focusOn={focusOn} />
      ) : (
        <p>Choose a table here, press one in the drawing, or go to the drawing and use the arrow keys.</p>
      )}
      {table && (
        <p>
          <a href={`#${figure}-${tableKey(data, table.id).replace('t', 'table-')}`} data-table-link={table.id}>
            Everything about {table.id}
          </a>
        </p>
      )}
    </>
  )
}

type FactsProps = {
  table: ExplorerTable
  references: readonly ExplorerReference[]
  found: SearchHit | null
  focusOn: (table: string) => void
}

function TableFacts({ table, references, found, focusOn }: FactsProps) {
  const mark = (kind: SearchHit['kind'], name: string) =>
    found?.kind === kind && found.table === table.id && found.name === name ? <mark>{name}</mark> : name
  const own = references.filter((it) => it.table === table.id)
  const incoming = references.filter((it) => it.referencedTable === table.id)
  return (
    <>
      {table.comment !== null && <p className="erd-comment">{table.comment}</p>}
      <p className="erd-label">Columns</p>
      <dl>
        {table.columns.map((column) => (
          <div key={column.name}>
            <dt>{mark('column', column.name)}</dt>
            <dd>
              {column.type}
              {column.notNull ? '' : ', may be null'}
            </dd>
          </div>
        ))}
      </dl>
      <ReferenceList title="Refers to" references={own} other={(it) => it.referencedTable} focusOn={focusOn} />
      <ReferenceList title="Referred to by" references={incoming} other={(it) => it.table} focusOn={focusOn} />
      {table.indexes.length > 0 && <p className="erd-label">Indexes</p>}
      <dl>
        {table.indexes.map((it) => (
          <div key={it.name}>
            <dt>{mark('index', it.name)}</dt>
            <dd>{it.text}</dd>
          </div>
        ))}
      </dl>
      {table.policies.length > 0 && <p className="erd-label">Policies</p>}
      <dl>
        {table.policies.map((it) => (
          <div key={it.name}>
            <dt>{mark('policy', it.name)}</dt>
            <dd>for {it.command}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

type ReferenceListProps = {
  title: string
  references: readonly ExplorerReference[]
  other: (it: ExplorerReference) => string
  focusOn: (table: string) => void
}

function ReferenceList({ title, references, other, focusOn }: ReferenceListProps) {
  if (references.length === 0) return null
  return (
    <>
      <p className="erd-label">{title}</p>
      <ul>
        {references.map((it) => (
          <li key={it.id}>
            <button type="button" onClick={() => focusOn(other(it))}>
              {other(it)}
            </button>
            <small>
              ({it.columns.join(', ')}), on delete {it.onDelete}, on update {it.onUpdate}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
