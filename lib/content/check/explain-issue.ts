import type { z } from 'zod'
import { among, foreignCharacter, shown } from './problem'
import type { Rule } from './rules'
import { atPath, fieldNames } from '@/lib/content/schema-walk'

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
  const { value } = atPath(schema, root, path)
  const name = path.length === 0 ? 'the front matter' : nameOf(path)
  const explained = (rule: Rule, found: string, more: Partial<Explained> = {}): Explained[] => [
    { path, rule: ruleOf(path, rule), found, ...more },
  ]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(issue, key, schema, root))
    case 'invalid_type':
      if (value === undefined)
        return explained('field-missing', `${name} is missing`, { allowed: typeWords[issue.expected] ?? issue.expected })
      return explained('field-type', `${name} is ${wrongType(value)}`, { allowed: typeWords[issue.expected] ?? issue.expected })
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
      return explained('field-value', `${name} is ${shown(value)}`, { allowed: issue.message })
    case 'invalid_key':
      return explained('field-value', `${name}: ${issue.issues.map((it) => it.message).join('; ')}`)
    default:
      return explained(isDate(issue) ? 'date' : 'field-value', `${name} is ${shown(value)}${strange(value)}`, {
        allowed: issue.message,
      })
  }
}

const isDate = (issue: Issue) => issue.message.includes('YYYY-MM')

function strange(value: unknown): string {
  const foreign = typeof value === 'string' ? foreignCharacter(value) : undefined
  return foreign ? ` (${foreign})` : ''
}

function sizeOf(value: unknown): string {
  if (typeof value === 'string') return `has ${value.length} characters`
  return Array.isArray(value) ? `has ${value.length} entries` : `is ${shown(value)}`
}

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
    allowed: names.join(', '),
    suggestion,
  }
}
