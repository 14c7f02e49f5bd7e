import type { Claim, Decision } from '@/lib/content/fields'
import type { Named } from './body'
import type { Catalogue } from './catalogue'
import { checkWord } from './check-references'
import { placeIn, type ReadDocument } from './document'
import { among, type Complain, shown } from './problem'

type Fields = Readonly<Record<string, unknown>>

/** What the fields and the text of one document must agree on. Needs fields that are right by themselves. */
export function checkWithin(document: ReadDocument, catalogue: Catalogue, complain: Complain): void {
  for (const { name, ...place } of document.body?.terms ?? []) checkWord('term', name, catalogue, place, complain)
  if (!document.fields) return
  const { fields } = document
  checkIds(document, fields, complain)
  checkClaims(document, fields, complain)
  checkDecisions(document, (fields.decisions ?? []) as Decision[], complain)
  checkFigures(document, fields, complain)
  checkDates(document, fields, catalogue.today, complain)
}

/** What instruments show is a file each. A schema's tables are known elsewhere, where PostgreSQL's grammar reads it. */
export type InstrumentFiles = {
  readonly schemas: readonly string[]
  readonly requests: readonly string[]
  /** By their slugs: the names of these files begin with a number. */
  readonly runs: readonly string[]
}

export function checkInstruments({ body }: ReadDocument, { schemas, requests, runs }: InstrumentFiles, complain: Complain): void {
  for (const { name, ...place } of body?.schemas ?? [])
    if (!schemas.includes(name))
      complain(place, 'property', `content/schemas has no ${shown(`${name}.sql`)}`, among(name, schemas, 'schema'))
  const expectScenario = ({ name, ...place }: Named, known: readonly string[], found: string) => {
    if (known.includes(name)) return
    complain(place, 'property', found, {
      ...among(name, known, 'scenario'),
      allowed: known.join(', ') || 'no scenario exists yet',
    })
  }
  for (const it of body?.requests ?? [])
    expectScenario(it, requests, `content/scenarios/lifecycle has no ${shown(`${it.name}.yaml`)}`)
  for (const it of body?.runs ?? []) expectScenario(it, runs, `content/scenarios/queue has no scenario ${shown(it.name)}`)
}

const listsWithIds = ['claims', 'decisions', 'postMortem', 'modules'] as const

function checkIds(document: ReadDocument, fields: Fields, complain: Complain): void {
  for (const list of listsWithIds) {
    const seen = new Set<string>()
    for (const [index, { id }] of ((fields[list] ?? []) as { id: string }[]).entries()) {
      if (seen.has(id))
        complain(placeIn(document, [list, index, 'id']), 'duplicate', `${list} has ${shown(id)} twice`, {
          allowed: 'each id once',
        })
      seen.add(id)
    }
  }
}

function expectKnown(used: readonly Named[], known: readonly string[], rule: 'claim' | 'figure', complain: Complain): void {
  for (const { name, ...place } of used)
    if (!known.includes(name)) complain(place, rule, `the front matter has no ${rule} ${shown(name)}`, among(name, known, rule))
}

function checkClaims(document: ReadDocument, fields: Fields, complain: Complain): void {
  const known = (fields.claims as Claim[]).map((it) => it.id)
  expectKnown(document.body?.claims ?? [], known, 'claim', complain)
  for (const [id, figure] of Object.entries(fields.figures as Record<string, { source?: string }>)) {
    const [, claim] = /^claim:(.+)$/.exec(figure.source ?? '') ?? []
    if (claim !== undefined)
      expectKnown([{ name: claim, ...placeIn(document, ['figures', id, 'source']) }], known, 'claim', complain)
  }
}

function checkDecisions(document: ReadDocument, decisions: readonly Decision[], complain: Complain): void {
  const ids = decisions.map((it) => it.id)
  for (const [index, { id, status, supersededBy }] of decisions.entries()) {
    const place = placeIn(document, ['decisions', index, supersededBy === undefined ? 'status' : 'supersededBy'])
    if (status === 'superseded' && supersededBy === undefined)
      complain(place, 'decision', `${id} is superseded but does not say by what`, {
        allowed: `supersededBy: one of ${ids.filter((it) => it !== id).join(', ')}`,
      })
    if (supersededBy === undefined) continue
    if (status !== 'superseded')
      complain(place, 'decision', `${id} names ${supersededBy} but is ${status}`, {
        allowed: 'status: superseded, or no supersededBy',
      })
    if (supersededBy === id) complain(place, 'decision', `${id} is superseded by itself`, { allowed: 'another decision' })
    else if (!ids.includes(supersededBy))
      complain(place, 'decision', `there is no decision ${supersededBy}`, among(supersededBy, ids, 'decision'))
  }
}

function checkFigures(document: ReadDocument, fields: Fields, complain: Complain): void {
  const declared = Object.keys(fields.figures as Record<string, unknown>)
  const placed = document.body?.figures ?? []
  expectKnown(placed, declared, 'figure', complain)
  const drawn = document.collection.draws?.(fields) ?? []
  for (const [index, { figure }] of ((fields.postMortem ?? []) as { figure?: string }[]).entries())
    if (figure !== undefined)
      expectKnown([{ name: figure, ...placeIn(document, ['postMortem', index, 'figure']) }], declared, 'figure', complain)
  for (const id of declared) {
    const uses = placed.filter((it) => it.name === id)
    const [, second] = uses
    if (second) complain(second, 'figure', `<Figure id="${id}" /> stands twice`, { allowed: 'once; a link can point to it' })
    if (uses.length === 0 && document.body && !drawn.includes(id))
      complain(placeIn(document, ['figures', id]), 'figure', `the figure ${shown(id)} is nowhere placed`, {
        allowed: `<Figure id="${id}" /> in the text`,
      })
  }
}

/** Fields that say when something was, each with what it must not be earlier than. */
function checkDates(document: ReadDocument, fields: Fields, today: string, complain: Complain): void {
  const { date, updated, publishAt, from, to } = fields as Record<string, string | undefined>
  const say = (path: readonly PropertyKey[], found: string, allowed: string) =>
    complain(placeIn(document, path), 'date', found, { allowed })
  if (date !== undefined && date > today && (publishAt ?? '') < date)
    say(['date'], `date ${date} is not yet`, `up to today, ${today} (UTC); publishAt: ${date} keeps it back until then`)
  if (date !== undefined && updated !== undefined && updated < date)
    say(['updated'], `updated ${updated} is before date ${date}`, `from ${date}`)
  if (updated !== undefined && updated > today) say(['updated'], `updated ${updated} is not yet`, `up to today, ${today} (UTC)`)
  if (from !== undefined && to !== undefined && to !== 'present' && to < from)
    say(['to'], `to ${to} is before from ${from}`, `from ${from}, or present`)
  if (from !== undefined && from > today.slice(0, 7)) say(['from'], `from ${from} is not yet`, `up to ${today.slice(0, 7)}`)
  for (const [index, { verified }] of (fields.claims as Claim[]).entries())
    if (verified > today) say(['claims', index, 'verified'], `verified ${verified} is not yet`, `up to today, ${today} (UTC)`)
  for (const [index, decision] of ((fields.decisions ?? []) as Decision[]).entries())
    if (decision.date > today)
      say(
        ['decisions', index, 'date'],
        `${decision.id} was decided on ${decision.date}, which is not yet`,
        `up to today, ${today} (UTC)`,
      )
}
