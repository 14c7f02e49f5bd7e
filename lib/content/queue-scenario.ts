import { z } from 'zod'

// A scenario of the broker-queue figure: settings, what goes wrong, what it teaches, and claims that a test holds it to. The table of settings
// and the kinds of action belong to the model and are handed in, so this file needs nothing but zod.

type Field =
  | { readonly label: string; readonly min: number; readonly max: number; readonly unit?: string }
  | { readonly label: string; readonly choices: readonly string[] }
  | { readonly label: string; readonly switch: true }
type FieldTable = Readonly<Record<string, Field>>

const SECONDS = /^(\d+(?:\.\d+)?)\s*(µs|us|ms|s|min|h)$/
const MICROS: Readonly<Record<string, number>> = { µs: 1, us: 1, ms: 1000, s: 1_000_000, min: 60_000_000, h: 3_600_000_000 }

function found(value: unknown): string {
  return `found ${value === undefined ? 'nothing' : JSON.stringify(value)}`
}

/** "250 ms", "1.5 s", "30 min" or a whole number of microseconds. */
function microsOf(value: unknown): unknown {
  const [, number, unit] = typeof value === 'string' ? (SECONDS.exec(value.trim()) ?? []) : []
  return number === undefined || unit === undefined ? value : Math.round(Number(number) * MICROS[unit]!)
}

function whole(label: string, min: number, max: number, hint = ''): z.ZodType<number> {
  const error = (issue: { input?: unknown }): string =>
    `${label}: ${found(issue.input)}, allowed is a whole number from ${min} to ${max}${hint}`
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error })
}

function duration(label: string, max: number, min = 0): z.ZodType<number> {
  return z.preprocess(microsOf, whole(label, min, max, ' (microseconds), or a time such as "250 ms"'))
}

function oneOf(label: string, allowed: readonly string[]): z.ZodType<string> {
  return z.enum(allowed as [string, ...string[]], {
    error: (issue) => `${label}: ${found(issue.input)}, allowed is one of ${allowed.join(', ')}`,
  })
}

function fieldSchema(field: Field): z.ZodType {
  if ('choices' in field) return oneOf(field.label, field.choices)
  if ('switch' in field) return z.boolean({ error: (issue) => `${field.label}: ${found(issue.input)}, allowed is true or false` })
  return field.unit === 'µs' ? duration(field.label, field.max, field.min) : whole(field.label, field.min, field.max)
}

function strict<Shape extends z.ZodRawShape>(label: string, shape: Shape) {
  const allowed = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined
      return `${label}: found ${issue.keys.map((key) => `"${key}"`).join(', ')}, allowed is ${nearestOf(issue.keys, allowed)}`
    },
  })
}

// A long list of allowed names helps nobody: the nearest three do.
function nearestOf(keys: readonly string[], allowed: readonly string[]): string {
  const nearest = [...allowed].sort((a, b) => distance(keys[0]!, a) - distance(keys[0]!, b)).slice(0, 3)
  return allowed.length <= 8 ? allowed.join(', ') : `${nearest.join(', ')} or one of ${allowed.length - nearest.length} others`
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

function actionSchema(kinds: readonly string[]) {
  return strict('actions', {
    at: duration('at', 1e15),
    kind: oneOf('kind', kinds),
    target: whole('target', -1, 1_000_000).default(-1),
    last: duration('last', 1e15).default(0),
    value: whole('value', 0, 10_000).default(0),
  })
}

function claimSchema(measures: readonly string[]) {
  const bound = z.number({ error: (issue) => `claim: ${found(issue.input)}, allowed is a number` }).optional()
  return strict('claims', {
    run: oneOf('run', ['main', 'against']).default('main'),
    measure: oneOf('measure', measures),
    atLeast: bound,
    atMost: bound,
    because: z.string().min(1),
  }).refine((claim) => claim.atLeast !== undefined || claim.atMost !== undefined, {
    error: 'claim: found neither atLeast nor atMost, one is needed',
  })
}

export type ScenarioParts = {
  readonly fields: FieldTable
  readonly actions: readonly string[]
  readonly measures: readonly string[]
}

export function queueScenarioSchema({ fields, actions, measures }: ScenarioParts) {
  const settings = strict(
    'settings',
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field).optional()])),
  )
  const sentence = (label: string) =>
    z
      .string({ error: (issue) => `${label}: ${found(issue.input)}, allowed is text` })
      .trim()
      .min(1)
  const acts = z.array(actionSchema(actions)).max(24, { error: 'actions: found more than 24, allowed are 24' })
  return strict('scenario', {
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
      error: (issue) => `slug: ${found(issue.input)}, allowed are small letters, digits and hyphens`,
    }),
    order: whole('order', 1, 99),
    title: sentence('title'),
    question: sentence('question'),
    watch: sentence('watch'),
    teaches: sentence('teaches'),
    label: sentence('label').default('As set'),
    settings,
    actions: acts.default([]),
    against: strict('against', { label: sentence('label'), settings, actions: acts.optional() }).optional(),
    claims: z.array(claimSchema(measures)).min(1, { error: 'claims: found none, a scenario proves at least one' }),
  })
}

export type QueueScenario = z.infer<ReturnType<typeof queueScenarioSchema>>
