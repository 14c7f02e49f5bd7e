import type { ReferentialAction } from '@/lib/erd/model'
import { blockingReason, createRows, danglingReason, type Rows } from './delete-rows'
import type { ExplorerData, ExplorerReference } from './explorer-data'

export type DeleteEffect =
  | 'rows deleted'
  | 'set to null'
  | 'set to default'
  | 'nothing left to do'
  | 'blocks'
  | 'checked at commit'
  | 'fails on a required column'

export interface DeleteStep {
  readonly order: number
  /** How many references lie between this table and the one where the deletion began. */
  readonly depth: number
  readonly table: string
  readonly reference: string
  readonly action: ReferentialAction
  readonly effect: DeleteEffect
  readonly explanation: string
}

export interface DeleteRun {
  readonly table: string
  readonly steps: readonly DeleteStep[]
  /** The reference that stops everything; the whole deletion is then undone. */
  readonly blockedBy: string | null
  readonly deleted: readonly string[]
  readonly changed: readonly string[]
  readonly assumption: string
}

interface Task {
  readonly reference: ExplorerReference
  /** A check looks whether what a row refers to is there; it is queued when a row is written a second time. */
  readonly cause: 'delete' | 'update' | 'check'
  readonly depth: number
  readonly atCommit: boolean
}

const ASSUMPTION =
  'Every table holds one row, all of them refer to each other, and a table that refers to itself holds a child row as well.'

/**
 * What deleting a row sets off, in PostgreSQL's order: each deletion appends its references' actions to one queue, in
 * the order the constraints were defined, and deferred checks come last. So a cascade defined later can still be too
 * late for a check that is already waiting.
 */
export function simulateDelete(data: ExplorerData, table: string): DeleteRun {
  const rows = createRows(table)
  const queue: Task[] = incoming(data, table, 'delete', 0)
  const atCommit: Task[] = []
  const steps: DeleteStep[] = []
  let blockedBy: string | null = null
  for (let next = queue.shift() ?? atCommit.shift(); next && blockedBy === null; next = queue.shift() ?? atCommit.shift()) {
    if (next.cause === 'check' && !rows.dangles(next.reference)) continue
    const result = perform(data, rows, next)
    steps.push({
      order: steps.length + 1,
      depth: next.depth,
      table: next.reference.table,
      reference: next.reference.id,
      ...result.step,
    })
    if (result.step.effect === 'blocks' || result.step.effect === 'fails on a required column') blockedBy = next.reference.id
    if (result.step.effect === 'checked at commit') atCommit.push({ ...next, atCommit: true })
    queue.push(...result.tasks)
  }
  return { table, steps, blockedBy, deleted: rows.deletedTables(), changed: rows.changedTables(), assumption: ASSUMPTION }
}

function incoming(
  data: ExplorerData,
  table: string,
  cause: Task['cause'],
  depth: number,
  columns: readonly string[] | null = null,
): Task[] {
  return data.references
    .filter((reference) => reference.referencedTable === table)
    .filter((reference) => columns === null || reference.referencedColumns.some((column) => columns.includes(column)))
    .map((reference) => ({ reference, cause, depth: depth + 1, atCommit: false }))
}

const outgoing = (data: ExplorerData, table: string, depth: number): Task[] =>
  data.references
    .filter((reference) => reference.table === table)
    .map((reference) => ({ reference, cause: 'check', depth, atCommit: false }))

interface Performed {
  readonly step: Pick<DeleteStep, 'action' | 'effect' | 'explanation'>
  readonly tasks: readonly Task[]
}

function perform(data: ExplorerData, rows: Rows, task: Task): Performed {
  const { reference, cause } = task
  const action = cause === 'update' ? reference.onUpdate : reference.onDelete
  const done = (effect: DeleteEffect, explanation: string, tasks: readonly Task[] = []): Performed => ({
    step: { action, effect, explanation },
    tasks,
  })
  if (cause === 'check')
    return reference.deferred && !task.atCommit
      ? done('checked at commit', 'The constraint is deferred: its check waits until the transaction commits.')
      : done('blocks', danglingReason(reference))
  if (!rows.stillRefers(reference))
    return done('nothing left to do', `No row of ${reference.table} refers to it any more: an earlier step saw to that.`)
  if (action === 'restrict' || (action === 'no action' && (!reference.deferred || task.atCommit)))
    return done('blocks', blockingReason(reference, action, task.atCommit))
  if (action === 'no action')
    return done('checked at commit', 'The constraint is deferred: its check waits until the transaction commits.')
  if (action === 'cascade' && cause === 'delete') return cascade(data, rows, task, done)
  return assign(data, rows, task, action, done)
}

type Done = (effect: DeleteEffect, explanation: string, tasks?: readonly Task[]) => Performed

function cascade(data: ExplorerData, rows: Rows, { reference, depth }: Task, done: Done): Performed {
  if (reference.table === reference.referencedTable) {
    rows.deleteChildRows(reference)
    return done('rows deleted', `The child rows in ${reference.table} go too, then their children, until a row has none.`)
  }
  rows.deleteTable(reference.table)
  return done(
    'rows deleted',
    `The rows of ${reference.table} that refer to it are deleted.`,
    incoming(data, reference.table, 'delete', depth),
  )
}

/** SET NULL, SET DEFAULT, and an updated key that cascades as the null it has become. */
function assign(
  data: ExplorerData,
  rows: Rows,
  { reference, depth, cause }: Task,
  action: ReferentialAction,
  done: Done,
): Performed {
  const columns = cause === 'delete' && reference.setColumns.length > 0 ? reference.setColumns : reference.columns
  const table = data.tables.find(({ id }) => id === reference.table)
  const find = (name: string) => table?.columns.find((column) => column.name === name)
  const toDefault = action === 'set default' && columns.every((name) => find(name)?.hasDefault === true)
  const refusing = toDefault
    ? undefined
    : columns.find((name) => find(name)?.notNull && !(action === 'set default' && find(name)?.hasDefault))
  if (refusing !== undefined)
    return done('fails on a required column', `${refusing} of ${reference.table} would become null, but it is NOT NULL.`)
  // PostgreSQL leaves keys that did not change unchecked, but not in a row that its own transaction has already written.
  const checks = rows.hasChanged(reference.table) ? outgoing(data, reference.table, depth) : []
  rows.assign(reference.table, columns)
  const followers = [...incoming(data, reference.table, 'update', depth, columns), ...checks]
  if (toDefault)
    return done(
      'set to default',
      `${columns.join(', ')} of ${reference.table} takes its default; a row with that key has to exist.`,
      followers,
    )
  return done('set to null', `${columns.join(', ')} of ${reference.table} becomes null; the row stays.`, followers)
}
