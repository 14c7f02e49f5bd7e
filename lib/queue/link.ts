import { ACTIONS, MAX_ACTIONS, MAX_MICROS, type Action, type FieldName, type QueueConfig } from './settings'
import type { Field } from './fields'
import { type WorkloadName } from './settings'

// A run as a link: version, workload, the settings that differ from it, what was done to it, and the time. At most 2 KB. Whatever a link
// says, reading it gives a run that works and a list of what had to be put right.

export const LINK_VERSION = 1
export const MAX_LINK = 2048

export type LinkState = { readonly config: QueueConfig; readonly micros: number }
export type ReadLink = LinkState & { readonly notices: readonly string[] }

/** Plain data, so that a page can carry it in its HTML instead of in its script (`LINK_TABLES` in link-tables). */
export type LinkTables = {
  readonly fields: Readonly<Record<FieldName, Field>>
  readonly workloads: Readonly<Record<WorkloadName, QueueConfig>>
}

function namesOf({ fields }: LinkTables): FieldName[] {
  return Object.keys(fields) as FieldName[]
}

export function writeLink({ config, micros }: LinkState, tables: LinkTables): string {
  const base = tables.workloads[config.workload]
  const parts = [`v=${LINK_VERSION}`, `w=${config.workload}`]
  for (const name of namesOf(tables)) {
    if (name !== 'workload' && config[name] !== base[name]) parts.push(`${tables.fields[name].code}=${textOf(config[name])}`)
  }
  if (config.actions.length > 0) parts.push(`do=${config.actions.map(actionText).join('!')}`)
  if (micros > 0) parts.push(`at=${micros}`)
  return parts.join('&')
}

function textOf(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
}

function actionText(action: Action): string {
  const numbers = [action.at, action.target, action.last, action.value].map((value) => value.toString(36))
  return [action.kind, ...numbers].join('.')
}

export function readLink(fragment: string, tables: LinkTables): ReadLink {
  const notices: string[] = []
  if (fragment.length > MAX_LINK)
    notices.push(`The link has ${fragment.length} characters; only the first ${MAX_LINK} were read.`)
  const pairs = pairsOf(fragment.slice(0, MAX_LINK).replace(/^#/, ''))
  const version = pairs.get('v')
  if (version !== undefined && version !== String(LINK_VERSION)) {
    notices.push(
      `The link is of version “${shortened(version)}”; this page reads version ${LINK_VERSION}. The defaults are shown.`,
    )
    return { config: tables.workloads.payments, micros: 0, notices }
  }
  const raw: Partial<Record<FieldName, unknown>> = {}
  for (const [code, text] of pairs) {
    const name = namesOf(tables).find((each) => tables.fields[each].code === code)
    if (name !== undefined) raw[name] = valueOf(tables.fields[name], text)
    else if (!['v', 'do', 'at'].includes(code)) notices.push(`“${shortened(code)}” in the link is no setting and was left out.`)
  }
  const actions = (pairs.get('do') ?? '')
    .split('!')
    .filter((text) => text !== '')
    .map(readAction)
  const settled = settle(raw, actions, tables)
  const at = pairs.get('at')
  const micros = at === undefined ? 0 : within('Time', Number(at), 0, MAX_MICROS, 0, notices)
  return { config: settled.config, micros, notices: [...notices, ...settled.notices] }
}

function pairsOf(text: string): Map<string, string> {
  const pairs = new Map<string, string>()
  for (const part of text.split('&')) {
    const [code = '', ...rest] = part.split('=')
    if (code !== '') pairs.set(code, rest.join('='))
  }
  return pairs
}

function valueOf(field: Field, text: string): unknown {
  if ('choices' in field) return text
  if ('switch' in field) return text === '1' ? true : text === '0' ? false : text
  return text.trim() === '' ? NaN : Number(text)
}

function readAction(text: string): unknown {
  const [kind, ...numbers] = text.split('.')
  const [at, target, last, value] = numbers.map((number) => parseInt(number, 36))
  return { kind, at, target, last, value }
}

export type Settled = { readonly config: QueueConfig; readonly notices: readonly string[] }

/** Takes settings from anywhere: what is missing gets the workload's value, what is out of bounds the nearest allowed one, and a notice. */
export function settle(raw: Partial<Record<FieldName, unknown>>, rawActions: readonly unknown[], tables: LinkTables): Settled {
  const notices: string[] = []
  const isWorkload = typeof raw.workload === 'string' && Object.hasOwn(tables.workloads, raw.workload)
  const workload = isWorkload ? (raw.workload as WorkloadName) : 'payments'
  const base = tables.workloads[workload]
  const values = Object.fromEntries(
    namesOf(tables).map((name) => [name, settledValue(tables.fields[name], raw[name], base[name], notices)]),
  )
  const actions = rawActions.slice(0, MAX_ACTIONS).flatMap((each) => settledAction(each, notices))
  if (rawActions.length > MAX_ACTIONS) notices.push(`${rawActions.length} actions; the first ${MAX_ACTIONS} were taken.`)
  return { config: { ...(values as unknown as QueueConfig), actions: actions.sort((a, b) => a.at - b.at) }, notices }
}

function settledValue(
  field: Field,
  value: unknown,
  usual: string | number | boolean,
  notices: string[],
): string | number | boolean {
  if (value === undefined) return usual
  if ('choices' in field) {
    if (typeof value === 'string' && field.choices.includes(value)) return value
    notices.push(`${field.label}: “${shortened(value)}” is none of ${field.choices.join(', ')}; ${usual} was taken.`)
    return usual
  }
  if ('switch' in field) {
    if (typeof value === 'boolean') return value
    notices.push(`${field.label}: “${shortened(value)}” is neither on nor off; ${usual ? 'on' : 'off'} was taken.`)
    return usual
  }
  return within(field.label, value, field.min, field.max, usual as number, notices)
}

function within(label: string, value: unknown, min: number, max: number, usual: number, notices: string[]): number {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    notices.push(`${label}: “${shortened(value)}” is no number; ${usual} was taken.`)
    return usual
  }
  const nearest = Math.min(max, Math.max(min, Math.round(value)))
  if (nearest !== value)
    notices.push(`${label}: ${shortened(value)} is not a whole number from ${min} to ${max}; ${nearest} was taken.`)
  // No negative zero: it would be another state with the same link.
  return nearest + 0
}

function settledAction(raw: unknown, notices: string[]): Action[] {
  const action = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<Record<keyof Action, unknown>>
  const kind = ACTIONS.find((known) => known === action.kind)
  if (kind === undefined) {
    notices.push(`“${shortened(action.kind)}” is no action; it was left out.`)
    return []
  }
  const number = (name: string, value: unknown, min: number, max: number): number =>
    within(`${kind}: ${name}`, value ?? 0, min, max, 0, notices)
  const target = number('target', action.target ?? -1, -1, 1_000_000)
  const at = number('time', action.at, 0, MAX_MICROS)
  const last = number('duration', action.last, 0, MAX_MICROS)
  return [{ kind, at, target, last, value: number('value', action.value, 0, 10_000) }]
}

function shortened(value: unknown): string {
  const text = String(value)
  return text.length > 20 ? `${text.slice(0, 20)}…` : text
}
