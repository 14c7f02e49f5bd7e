import { simulateDelete } from '@/lib/erd/explore/delete-simulator'
import type { PanelProps } from './panel'
import { TableSelect } from './table-select'

const named = (tables: readonly string[]) => (tables.length === 0 ? 'none' : tables.join(', '))

export function DeletePanel({ data, state, change }: PanelProps) {
  const run = state.deleteFrom === null ? null : simulateDelete(data, state.deleteFrom)
  return (
    <>
      <TableSelect
        label="Delete a row of"
        data={data}
        value={state.deleteFrom}
        none="Choose a table"
        onChoose={(table) => change({ deleteFrom: table })}
      />
      {!run && <p>What the referential actions do, in the order PostgreSQL does it.</p>}
      {run && (
        <>
          <p className={run.blockedBy === null ? 'erd-outcome' : 'erd-outcome erd-blocked'}>
            {run.blockedBy === null ? 'The deletion goes through.' : `× Refused by ${run.blockedBy}: everything is undone.`}
          </p>
          {run.blockedBy === null && (
            <p>
              Rows go in: {named(run.deleted)}. Rows change in: {named(run.changed)}.
            </p>
          )}
          <ol className="erd-steps">
            {run.steps.map((step) => (
              <li key={step.order} data-effect={step.effect}>
                <b>{step.table}</b>: {step.effect}{' '}
                <small>
                  depth {step.depth}, {step.action}. {step.explanation}
                </small>
              </li>
            ))}
          </ol>
          <p>
            <small>Assumed: {run.assumption}</small>
          </p>
        </>
      )}
    </>
  )
}
