import type { Assumptions, SettingKey, SettingOverrides } from './assumptions'
import { failureModes, stageIds, type FailureMode, type StageId, type Toggles } from './stages'
import { REQUESTS_IN_RUN } from './scenario'

export const LINK_LIMIT = 2048
export const speeds = [0.25, 0.5, 1, 2, 4] as const
export const views = ['topology', 'waterfall', 'list', 'payload', 'distribution'] as const

const VERSION = '1'
const MAX_SEED = 0xffff_ffff
const MAX_BUDGET_MICROS = 60_000_000
const MAX_TIME_MICROS = 600_000_000
const MAX_STEPS_AT_ONCE = 99
const FOUND_LIMIT = 40

export type LinkState = {
  readonly scenario: string
  readonly seed: number
  readonly index: number
  readonly toggles: Toggles
  readonly settings: SettingOverrides
  readonly budgetMicros: number
  readonly at: number
  /** How many steps of that same moment are still to come: several stages may begin at once. */
  readonly before: number
  readonly compare: string | null
  readonly speed: (typeof speeds)[number]
  readonly view: (typeof views)[number]
}

/** What a link may leave out, by scenario; the first is the one for a link that names none. */
export type LinkBase = { readonly id: string; readonly seed: number; readonly observe: number; readonly budgetMicros: number }

export type NoticeCode = 'too-long' | 'version' | 'unknown' | 'twice' | 'not-allowed' | 'no-number' | 'out-of-range'

/** What was wrong with a link and what is used instead; `found` comes from the link and is to be shown as text only. */
export type LinkNotice = {
  readonly code: NoticeCode
  readonly field: string
  readonly found: string
  readonly used: string | number
}

export type DecodedLink = { readonly state: LinkState; readonly notices: readonly LinkNotice[] }

export function defaultLinkState({ id, seed, observe, budgetMicros }: LinkBase): LinkState {
  return {
    scenario: id,
    seed,
    index: observe,
    toggles: {},
    settings: {},
    budgetMicros,
    at: 0,
    before: 0,
    compare: null,
    speed: 1,
    view: 'topology',
  }
}

/** Only characters that chat programs and mail leave alone; what equals the scenario's own is left out. */
export function encodeLink(state: LinkState, bases: readonly LinkBase[]): string {
  const own = fieldsOf(defaultLinkState(bases.find(({ id }) => id === state.scenario) ?? bases[0]!))
  const changed = Object.entries(fieldsOf(state)).filter(([name, value]) => name === 's' || value !== own[name])
  return [`v=${VERSION}`, ...changed.map(([name, value]) => `${name}=${value}`)].join('&')
}

function fieldsOf({
  scenario,
  seed,
  index,
  toggles,
  settings,
  budgetMicros,
  at,
  before,
  compare,
  speed,
  view,
}: LinkState): Record<string, string> {
  return {
    s: scenario,
    seed: `${seed}`,
    n: `${index}`,
    f: stageIds.map((stage) => toggleDigits.indexOf(toggles[stage])).join(''),
    x: Object.entries(settings)
      .map(([key, value]) => `${key}-${value}`)
      .join('.'),
    b: `${budgetMicros}`,
    t: `${at}`,
    k: `${before}`,
    c: compare ?? '',
    r: `${speed}`,
    view,
  }
}

const toggleDigits: readonly (FailureMode | undefined)[] = [undefined, ...failureModes]

/** Never throws, whatever it is given: what cannot be read is refused, what is out of range is clamped, and each time a notice says so. */
export function decodeLink(fragment: string, bases: readonly LinkBase[], assumptions: Assumptions): DecodedLink {
  const fallback = defaultLinkState(bases[0]!)
  const notices: LinkNotice[] = []
  const notice = (code: NoticeCode, field: string, found: string, used: string | number = ''): void =>
    void notices.push({ code, field, found: shortened(found), used })
  const text = unescaped(fragment.replace(/^#/, ''))
  if (text === '') return { state: fallback, notices }
  const fields = new Map<string, string>()
  if (fragment.length > LINK_LIMIT) notice('too-long', 'link', `${fragment.length}`, LINK_LIMIT)
  else splitFields(text, fields, notice)
  const version = fields.get('v') ?? ''
  if (notices[0]?.code !== 'too-long' && version !== VERSION) notice('version', 'v', version, VERSION)
  return { state: version === VERSION ? readFields(fields, bases, assumptions, notice) : fallback, notices }
}

type Notify = (code: NoticeCode, field: string, found: string, used?: string | number) => void

function splitFields(text: string, fields: Map<string, string>, notice: Notify): void {
  for (const piece of text.split('&')) {
    const [, name = '', value = ''] = /^(v|s|seed|n|f|x|b|t|k|c|r|view)=(.*)$/s.exec(piece) ?? []
    if (name === '') notice('unknown', 'link', piece)
    else if (fields.has(name)) notice('twice', name, value)
    else fields.set(name, value)
  }
}

function readFields(
  fields: ReadonlyMap<string, string>,
  bases: readonly LinkBase[],
  assumptions: Assumptions,
  notice: Notify,
): LinkState {
  const oneOf = <Name extends string>(field: string, allowed: readonly Name[], otherwise: Name): Name => {
    const found = fields.get(field) ?? otherwise
    const match = allowed.find((name) => name === found)
    if (match === undefined) notice('not-allowed', field, found, otherwise)
    return match ?? otherwise
  }
  const ids = bases.map(({ id }) => id)
  const scenario = oneOf('s', ids, bases[0]!.id)
  const base = defaultLinkState(bases.find(({ id }) => id === scenario)!)
  const whole = (field: string, otherwise: number, most: number): number =>
    readWhole(field, fields.get(field) ?? `${otherwise}`, 0, most, notice) ?? otherwise
  return {
    scenario,
    seed: whole('seed', base.seed, MAX_SEED),
    index: whole('n', base.index, REQUESTS_IN_RUN - 1),
    toggles: readToggles(fields.get('f') ?? '', notice),
    settings: readSettings(fields.get('x') ?? '', assumptions, notice),
    budgetMicros: whole('b', base.budgetMicros, MAX_BUDGET_MICROS),
    at: whole('t', 0, MAX_TIME_MICROS),
    before: whole('k', 0, MAX_STEPS_AT_ONCE),
    compare: oneOf('c', ['', ...ids], '') || null,
    speed: Number(oneOf('r', speeds.map(String), '1')) as LinkState['speed'],
    view: oneOf('view', views, 'topology'),
  }
}

/** Null, with a notice, for what is no whole number. */
function readWhole(field: string, found: string, least: number, most: number, notice: Notify): number | null {
  // Plain digits only: Number() would also take "1e9", "0x10", " 7 " and "".
  if (!/^-?\d{1,15}$/.test(found)) {
    notice('no-number', field, found)
    return null
  }
  const used = Math.min(most, Math.max(least, Number(found) + 0))
  if (used !== Number(found)) notice('out-of-range', field, found, used)
  return used
}

function readToggles(found: string, notice: Notify): Toggles {
  const toggles: Partial<Record<StageId, FailureMode>> = {}
  const isSound = /^[0-3]*$/.test(found) && [0, stageIds.length].includes(found.length)
  if (!isSound) notice('not-allowed', 'f', found, 'none')
  else
    stageIds.forEach((stage, at) => {
      const mode = toggleDigits[Number(found[at] ?? 0)]
      if (mode) toggles[stage] = mode
    })
  return toggles
}

function readSettings(found: string, assumptions: Assumptions, notice: Notify): SettingOverrides {
  const settings: Partial<Record<SettingKey, number>> = {}
  for (const piece of found ? found.split('.') : []) {
    const [, key = '', value = ''] = /^([A-Za-z]+)-(.*)$/s.exec(piece) ?? []
    if (!Object.hasOwn(assumptions, key)) {
      notice('unknown', 'x', piece)
      continue
    }
    const { least, most } = assumptions[key as SettingKey]
    const read = readWhole(key, value, least, most, notice)
    if (read !== null) settings[key as SettingKey] = read
  }
  return settings
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function shortened(found: string): string {
  const plain = found.replace(/[\p{C}\p{Z}]+/gu, ' ')
  return plain.length > FOUND_LIMIT ? `${plain.slice(0, FOUND_LIMIT)}…` : plain
}
