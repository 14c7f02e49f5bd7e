import { findJoinPath } from '@/lib/erd/explore/join-path'
import { CopyButton } from './copy-button'
import type { PanelProps } from './panel'
import { TableSelect } from './table-select'

export function JoinPanel({ data, state, change }: PanelProps) {
  const { focus, pathTo } = state
  const path = focus !== null && pathTo !== null ? findJoinPath(data, focus, pathTo) : null
  return (
    <>
      <TableSelect label="From" data={data} value={focus} none="Choose a table" onChoose={(table) => change({ focus: table })} />
      <TableSelect label="To" data={data} value={pathTo} none="Choose a table" onChoose={(table) => change({ pathTo: table })} />
      {!path && <p>The shortest way along foreign keys, and the join a person would write for it.</p>}
      {path?.kind === 'none' && <p role="note">{path.reason}</p>}
      {path?.kind === 'path' && (
        <>
          <ol className="erd-steps">
            {path.steps.map((step, at) => (
              <li key={`${step.reference} ${at}`}>
                {step.from} to {step.to}
                {step.optional && <small>there may be none: LEFT JOIN keeps the row</small>}
              </li>
            ))}
          </ol>
          {path.throughHub !== null && (
            <p>The way leads through {path.throughHub}, which everything refers to: it joins rows that have little in common.</p>
          )}
          <pre className="erd-sql" tabIndex={0}>
            <code>{path.sql}</code>
          </pre>
          <CopyButton label="Copy the join" text={() => path.sql} />
        </>
      )}
    </>
  )
}
