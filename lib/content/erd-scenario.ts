import { z } from 'zod'

const MODES = ['all', 'keys', 'names'] as const

/** What an author may say about an ERD figure: `<ErdExplorer schema="saas" focus="invoices" />`. */
export const erdFigureSchema = z.strictObject({
  schema: z
    .string({
      error: ({ input }) => `schema is ${shown(input)}; it has to be the name of a file in content/schemas, such as "saas"`,
    })
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
      error: ({ input }) =>
        `schema is ${shown(input)}; allowed are lower-case letters, digits and single hyphens, without “.sql”`,
    }),
  focus: z
    .string({ error: ({ input }) => `focus is ${shown(input)}; it has to be the name of a table` })
    .min(1, { error: 'focus is empty; leave it out or name a table' })
    .optional(),
  mode: z.enum(MODES, { error: ({ input }) => `mode is ${shown(input)}; allowed are ${MODES.join(', ')}` }).default('all'),
  hops: z
    .union([z.literal(1), z.literal(2)], { error: ({ input }) => `hops is ${shown(input)}; allowed are 1 and 2` })
    .default(1),
  caption: z.string({ error: ({ input }) => `caption is ${shown(input)}; it has to be text` }).optional(),
})

export type ErdFigure = z.infer<typeof erdFigureSchema>

export type ErdFigureCheck =
  { readonly ok: true; readonly figure: ErdFigure } | { readonly ok: false; readonly reasons: readonly string[] }

/** Checks the figure by itself, then against what the site has: a schema of that name with a table of that name. */
export function checkErdFigure(input: unknown, tablesBySchema: ReadonlyMap<string, readonly string[]>): ErdFigureCheck {
  const parsed = erdFigureSchema.safeParse(input)
  if (!parsed.success) return { ok: false, reasons: parsed.error.issues.map(({ message }) => message) }
  const { schema, focus } = parsed.data
  const tables = tablesBySchema.get(schema)
  if (!tables)
    return { ok: false, reasons: [`schema is “${schema}”; content/schemas has ${[...tablesBySchema.keys()].join(', ')}`] }
  if (focus !== undefined && !tables.includes(focus))
    return { ok: false, reasons: [`focus is “${focus}”; ${schema} has the tables ${tables.join(', ')}`] }
  return { ok: true, figure: parsed.data }
}

function shown(input: unknown): string {
  return input === undefined ? 'missing' : JSON.stringify(input)
}
