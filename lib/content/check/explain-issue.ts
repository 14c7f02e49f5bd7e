import { z } from 'zod'
import { dayFrom, monthFrom } from '@/lib/content/dates'
import { monthHint, slugHint, targetOf } from '@/lib/content/fields'
import { slugFrom } from '@/lib/content/slug'
import { among, foreignCharacter, shown } from './problem'
import type { Rule } from './rules'
import { atPath, fieldNames, unwrap } from '@/lib/content/schema-walk'

type Issue = z.core.$ZodIssue

export type Explained = {
  readonly path: readonly PropertyKey[]
  /** Set where the key itself is the fault. */
  readonly key?: string
  readonly rule: Rule
  readonly found: string
  readonly allowed?: string
  readonly suggestion?: string | undefined
}

/** A path as an owner counts: `claims[1].method` is the method of the first claim. */
const nameOf = (path: readonly PropertyKey[]) =>
  path.map((it, index) => (typeof it === 'number' ? `[${it + 1}]` : index === 0 ? String(it) : `.${String(it)}`)).join('')

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
}

const wrongType = (value: unknown): string => {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of fields'
  if (typeof value === 'string') return `the text ${shown(value)}`
  return typeof value === 'number' ? `the number ${value}` : shown(value)
}

/** Claims, decisions and figures are small languages of their own: whatever is wrong in one is told under its name. */
const families: Readonly<Record<string, Rule>> = { claims: 'claim', decisions: 'decision', figures: 'figure' }

const ruleOf = (path: readonly PropertyKey[], rule: Rule): Rule => families[String(path[0])] ?? rule

/** One of zod's issues in the words of the check: what was found, what is allowed, what was probably meant. */
export function explainIssue(issue: Issue, schema: z.ZodType, root: unknown): Explained[] {
  const { path } = issue
  const { value, schema: wantedSchema } = atPath(schema, root, path)
  const name = path.length === 0 ? 'the front matter' : nameOf(path)
  const explained = (rule: Rule, found: string, more: Partial<Explained> = {}): Explained[] => [
    { path, rule: ruleOf(path, rule), found, ...more },
  ]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(issue, key, schema, root))
    case 'invalid_type':
      if (value === undefined)
        return explained('field-missing', `${name} is missing`, {
          allowed: wordsOf(issue).allowed ?? wanted(issue.expected, wantedSchema),
        })
      return explained('field-type', `${name} is ${wrongType(value)}`, {
        allowed: wanted(issue.expected, wantedSchema),
        suggestion: meant(issue.expected, value),
        ...wordsOf(issue),
      })
    case 'invalid_value':
      if (value === undefined) return explained('field-missing', `${name} is missing`, { allowed: issue.values.join(', ') })
      return explained(
        'field-value',
        `${name} is ${shown(value)}`,
        among(typeof value === 'string' ? value : '', issue.values.map(String), name),
      )
    case 'too_big':
    case 'too_small':
      return explained(typeof value === 'number' ? 'field-value' : 'length', `${name} ${sizeOf(value)}`, {
        allowed: issue.message,
      })
    case 'custom':
      return explained('field-value', path.length === 0 ? issue.message : `${name}: ${issue.message}`)
    case 'invalid_union':
      if (value === undefined) return explained('field-missing', `${name} is missing`, { allowed: issue.message })
      return explained('field-value', `${name} is ${shown(value)}`, { allowed: issue.message, ...wordsOf(issue) })
    case 'invalid_key':
      return explained('field-value', `the name ${shown(path.at(-1))}`, {
        allowed: issue.issues.map((it) => it.message).join('; '),
        suggestion: slugFrom(String(path.at(-1))) || undefined,
      })
    default:
      return explained(isDate(issue) ? 'date' : 'field-value', `${name} is ${shown(value)}${strange(value)}`, {
        allowed: issue.message,
        suggestion: typeof value === 'string' ? rewritten(value, issue) : undefined,
        ...wordsOf(issue),
      })
  }
}

/** A schema may say in its own words what it allows, and what was meant. */
function wordsOf({ message }: Issue): Pick<Explained, 'allowed' | 'suggestion'> {
  const [, allowed, suggestion] = /\ballowed(?::| is| are) (.+?)(?:; did you mean "(.+)"\?)?$/.exec(message) ?? []
  return { ...(allowed ? { allowed } : {}), ...(suggestion ? { suggestion } : {}) }
}

/** What a field takes: of a text, also what it has to name. */
function wanted(expected: string, schema: unknown): string {
  const bare = unwrap(schema)
  const target = targetOf(bare)
  if (target === 'any') return 'a reference such as project:fraud-detection'
  if (target) return `the slug of a ${target}`
  if (bare instanceof z.ZodISODate) return 'a day, as YYYY-MM-DD'
  if (isMonth(bare)) return monthHint
  const words = typeWords[expected] ?? expected
  const names = expected === 'object' ? fieldNames(schema, undefined) : []
  return names.length > 0 ? `${words}: ${names.join(', ')}` : words
}

/** A description makes another schema of the same text, so it goes by what it takes. */
const isMonth = (schema: unknown) =>
  schema instanceof z.ZodType && schema.safeParse('2023-03').success && !schema.safeParse('text').success

/** What an owner probably meant with a value of another type. */
function meant(expected: string, value: unknown): string | undefined {
  if (expected === 'boolean' && typeof value === 'string') {
    if (/^(?:yes|on|true|y)$/i.test(value)) return 'true'
    return /^(?:no|off|false|n)$/i.test(value) ? 'false' : undefined
  }
  if (expected !== 'string' || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const [first, ...others] = Object.entries(value)
  // In a list, `article: name` is a group of one field, and `article:name` is text.
  return first && others.length === 0 && typeof first[1] === 'string' ? `${first[0]}:${first[1]}` : undefined
}

/** The same value as its pattern would have it. */
function rewritten(value: string, issue: Issue): string | undefined {
  if (isDate(issue)) return issue.message === monthHint ? monthFrom(value) : dayFrom(value)
  return issue.message === slugHint ? slugFrom(value) || undefined : undefined
}

const isDate = (issue: Issue) => issue.message.includes('YYYY-MM')

function strange(value: unknown): string {
  const foreign = typeof value === 'string' ? foreignCharacter(value) : undefined
  return foreign ? ` (${foreign})` : ''
}

function sizeOf(value: unknown): string {
  if (typeof value === 'string') return value.trim() === '' ? 'is empty' : `has ${value.length} characters`
  if (!Array.isArray(value)) return `is ${shown(value)}`
  return value.length === 1 ? 'has 1 entry' : `has ${value.length} entries`
}

/** A longer list fills the screen and says less than the nearest name. */
const mostNames = 24

function unknownField(issue: Issue, key: string, schema: z.ZodType, root: unknown): Explained {
  const at = atPath(schema, root, issue.path)
  const names = fieldNames(at.schema, at.value)
  const where = issue.path.length === 0 ? '' : ` in ${nameOf(issue.path)}`
  const unset = names.filter((it) => !(typeof at.value === 'object' && at.value !== null && Object.hasOwn(at.value, it)))
  const suggestion = among(key, unset, 'field').suggestion ?? among(key, names, 'field').suggestion
  return {
    path: issue.path,
    key,
    rule: ruleOf(issue.path, 'field-unknown'),
    found: `there is no field "${key}"${where}${strange(key)}`,
    allowed: names.length > mostNames ? `one of ${names.length} fields` : names.join(', '),
    suggestion,
  }
}
