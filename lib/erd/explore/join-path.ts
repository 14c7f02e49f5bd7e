import { quoteName } from '@/lib/erd/names'
import type { ExplorerData, ExplorerReference } from './explorer-data'

export interface JoinStep {
  readonly from: string
  readonly to: string
  readonly reference: string
  readonly optional: boolean
}

export type JoinPath =
  | { readonly kind: 'path'; readonly steps: readonly JoinStep[]; readonly sql: string; readonly throughHub: string | null }
  | { readonly kind: 'none'; readonly reason: string }

/** A detour over real references is worth this many steps before a shortcut over a hub is taken. */
const HUB_COST = 6

/** The shortest way along foreign keys, with the join a person would write for it. */
export function findJoinPath(data: ExplorerData, from: string, to: string): JoinPath {
  const unknown = [from, to].find((id) => !data.tables.some((table) => table.id === id))
  if (unknown !== undefined) return { kind: 'none', reason: `There is no table ${unknown}.` }
  if (from === to) return selfJoin(data, from)
  const steps = cheapestSteps(data, from, to)
  if (!steps) return { kind: 'none', reason: `No chain of foreign keys connects ${from} and ${to}.` }
  const hub =
    steps
      .slice(0, -1)
      .map((step) => step.to)
      .find((id) => data.hubs.includes(id)) ?? null
  return { kind: 'path', steps, sql: joinSql(data, from, steps), throughHub: hub }
}

function selfJoin(data: ExplorerData, table: string): JoinPath {
  const own = data.references.find((reference) => reference.table === table && reference.referencedTable === table)
  if (!own) return { kind: 'none', reason: `${table} does not refer to itself.` }
  const steps = [{ from: table, to: table, reference: own.id, optional: !own.required }]
  return { kind: 'path', steps, sql: joinSql(data, table, steps), throughHub: null }
}

/** Costs are small whole numbers, so the tables that wait are kept by cost. */
function cheapestSteps(data: ExplorerData, from: string, to: string): JoinStep[] | null {
  const best = new Map<string, { readonly cost: number; readonly step: JoinStep | null }>([[from, { cost: 0, step: null }]])
  const waiting: string[][] = [[from]]
  const steps = stepsByTable(data)
  for (let cost = 0; cost < waiting.length; cost += 1) {
    for (const table of waiting[cost] ?? []) {
      if (best.get(table)?.cost !== cost) continue
      if (table === to) return traceBack(best, to)
      const next = cost + (table !== from && data.hubs.includes(table) ? HUB_COST : 1)
      for (const step of steps.get(table) ?? []) {
        const known = best.get(step.to)
        if (known && known.cost <= next) continue
        best.set(step.to, { cost: next, step })
        const bucket = waiting[next] ?? []
        waiting[next] = bucket
        bucket.push(step.to)
      }
    }
  }
  return null
}

/** Both directions of every reference: a child always finds its parent, a parent may be without children. */
function stepsByTable(data: ExplorerData): Map<string, JoinStep[]> {
  const steps = new Map<string, JoinStep[]>(data.tables.map((table) => [table.id, []]))
  for (const { id, table, referencedTable, required } of data.references) {
    if (table === referencedTable) continue
    steps.get(table)?.push({ from: table, to: referencedTable, reference: id, optional: !required })
    steps.get(referencedTable)?.push({ from: referencedTable, to: table, reference: id, optional: true })
  }
  return steps
}

function traceBack(best: ReadonlyMap<string, { readonly step: JoinStep | null }>, to: string): JoinStep[] {
  const steps: JoinStep[] = []
  for (let step = best.get(to)?.step ?? null; step; step = best.get(step.from)?.step ?? null) steps.unshift(step)
  return steps
}

/** Ids are written as SQL writes names, so they need no quoting here; columns do. */
function joinSql(data: ExplorerData, from: string, steps: readonly JoinStep[]): string {
  const references = new Map(data.references.map((reference) => [reference.id, reference]))
  const aliases = aliasFor([from, ...steps.map((step) => step.to)])
  const joins = steps.map((step, position) => {
    const reference = references.get(step.reference)
    const condition = reference ? conditionFor(reference, step, aliases[position] ?? '', aliases[position + 1] ?? '') : 'true'
    return `JOIN ${named(step.to, aliases[position + 1])} ON ${condition}`
  })
  return [`SELECT *`, `FROM ${named(from, aliases[0])}`, ...joins].join('\n').concat(';')
}

function named(table: string, alias: string | undefined): string {
  return alias === undefined || alias === table ? table : `${table} AS ${alias}`
}

/** A table that comes twice needs a second name; one in another schema keeps its own. */
function aliasFor(tables: readonly string[]): string[] {
  return tables.map((table, position) => {
    const earlier = tables.slice(0, position).filter((other) => other === table).length
    return earlier === 0 ? table : `${table.replace(/^.*\./, '').replace(/"/g, '').replace(/\W+/g, '_')}_${earlier + 1}`
  })
}

function conditionFor(reference: ExplorerReference, step: JoinStep, left: string, right: string): string {
  const leftIsChild = reference.table === step.from
  return reference.columns
    .map((column, position) => {
      const referenced = reference.referencedColumns[position] ?? ''
      const [leftColumn, rightColumn] = leftIsChild ? [column, referenced] : [referenced, column]
      return `${right}.${quoteName(rightColumn)} = ${left}.${quoteName(leftColumn)}`
    })
    .join(' AND ')
}
