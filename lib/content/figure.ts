import { z } from 'zod'
import { checkArrows, checkKnown, checkUnique, report } from './figure-checks'

// Figures in front matter. Each kind is strict: an unknown field is an error, and a reference inside a figure must
// name something in the same figure; the message gives the nearest id that exists.

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id has lower case letters, digits and hyphens and starts with a letter')
const shortText = z.string().trim().min(1, 'must not be empty').max(120, 'at most 120 characters')
const caption = z
  .string()
  .trim()
  .min(10, 'a caption is a sentence that says what to see')
  .max(240, 'a caption has at most 240 characters')

const nodeKinds = ['service', 'store', 'queue', 'worker', 'external', 'actor'] as const

const edge = z.strictObject({
  from: id,
  to: id,
  says: shortText,
  style: z.enum(['call', 'async', 'fault']).optional(),
  mark: z.boolean().optional(),
})

export const topologyFigure = z
  .strictObject({
    kind: z.literal('topology'),
    caption,
    boundaries: z.array(z.strictObject({ id, label: shortText })).optional(),
    nodes: z
      .array(z.strictObject({ id, kind: z.enum(nodeKinds), label: shortText, note: shortText.optional(), in: id.optional() }))
      .min(2, 'a topology has at least two nodes'),
    edges: z
      .array(edge)
      .min(1, 'a topology has at least one edge')
      .max(24, 'more than 24 edges cannot be read; make two figures'),
  })
  .superRefine((figure, context) => {
    const nodes = figure.nodes.map((node) => node.id)
    const boundaries = (figure.boundaries ?? []).map((boundary) => boundary.id)
    checkUnique(context, 'nodes', figure.nodes)
    checkUnique(context, 'boundaries', figure.boundaries ?? [])
    checkArrows(context, 'edges', 'node', figure.edges, nodes)
    for (const [index, node] of figure.nodes.entries()) {
      if (node.in !== undefined) checkKnown(context, ['nodes', index, 'in'], 'boundary', node.in, boundaries)
    }
    for (const [index, boundary] of boundaries.entries()) {
      if (!figure.nodes.some((node) => node.in === boundary))
        report(context, ['boundaries', index], `no node is in "${boundary}"`)
    }
  })

export const sequenceFigure = z
  .strictObject({
    kind: z.literal('sequence'),
    caption,
    lanes: z
      .array(z.strictObject({ id, label: shortText }))
      .min(2, 'a sequence has at least two lanes')
      .max(5, 'more than five lanes do not fit a page of prose'),
    messages: z
      .array(edge.extend({ style: z.enum(['call', 'reply', 'async', 'fault']).optional() }))
      .min(1, 'a sequence has at least one message'),
  })
  .superRefine((figure, context) => {
    checkUnique(context, 'lanes', figure.lanes)
    checkArrows(
      context,
      'messages',
      'lane',
      figure.messages,
      figure.lanes.map((lane) => lane.id),
    )
  })

export const statesFigure = z
  .strictObject({
    kind: z.literal('states'),
    caption,
    states: z
      .array(
        z.strictObject({
          id,
          label: shortText,
          note: shortText.optional(),
          start: z.boolean().optional(),
          mark: z.boolean().optional(),
        }),
      )
      .min(2, 'a state machine has at least two states'),
    transitions: z.array(edge).min(1, 'a state machine has at least one transition'),
  })
  .superRefine((figure, context) => {
    const states = figure.states.map((state) => state.id)
    checkUnique(context, 'states', figure.states)
    checkArrows(context, 'transitions', 'state', figure.transitions, states)
    const starts = figure.states.filter((state) => state.start === true).length
    if (starts > 1) report(context, ['states'], `${starts} states are marked as start; a machine starts in one`)
  })

const amount = z.number().nonnegative('bars start at zero, so a value is not negative')

const barRow = z
  .strictObject({
    label: shortText,
    before: amount.optional(),
    after: amount.optional(),
    value: amount.optional(),
    comparator: z.enum(['under', 'about', 'over', 'exactly']).optional(),
    mark: z.boolean().optional(),
  })
  .superRefine((row, context) => {
    const paired = row.before !== undefined || row.after !== undefined
    if (paired && row.value !== undefined) report(context, ['value'], 'a row has either before and after, or one value')
    if (!paired && row.value === undefined) report(context, [], 'a row needs before and after, or a value')
    if (row.before !== undefined && row.after === undefined) report(context, ['after'], 'a row with before also needs after')
  })

export const barsFigure = z.strictObject({
  kind: z.literal('bars'),
  caption,
  unit: z.string().trim().min(1, 'bars need a unit').max(20, 'a unit has at most 20 characters'),
  source: z
    .string()
    .trim()
    .min(5, 'say where the numbers come from, or name a claim: claim:<id>')
    .max(400, 'a source has at most 400 characters'),
  rows: z.array(barRow).min(1, 'bars need at least one row'),
})

const span = z
  .strictObject({
    from: z.number(),
    to: z.number(),
    says: shortText,
    style: z.enum(['busy', 'wait', 'fault', 'mark']).optional(),
  })
  .superRefine((value, context) => {
    if (value.to <= value.from) report(context, ['to'], `a span ends after it starts, but ${value.to} is not after ${value.from}`)
  })

export const lanesFigure = z.strictObject({
  kind: z.literal('lanes'),
  caption,
  unit: z.string().trim().min(1, 'lanes need a unit').max(20, 'a unit has at most 20 characters'),
  lanes: z
    .array(z.strictObject({ label: shortText, spans: z.array(span).min(1, 'a lane has at least one span') }))
    .min(1, 'lanes need at least one lane'),
  marks: z.array(z.strictObject({ at: z.number(), says: shortText })).optional(),
})

export const figureSchema = z.discriminatedUnion(
  'kind',
  [topologyFigure, sequenceFigure, statesFigure, barsFigure, lanesFigure],
  {
    error: (issue) => {
      const found = (issue.input as { kind?: unknown } | undefined)?.kind
      return `kind is ${found === undefined ? 'missing' : JSON.stringify(found)}; allowed: topology, sequence, states, bars, lanes`
    },
  },
)

export const figuresSchema = z.record(id, figureSchema)

export type CheckedFigure = z.infer<typeof figureSchema>
