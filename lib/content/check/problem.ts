import { nearest } from '@/lib/content/nearest'
import type { Rule } from './rules'

export type Place = { readonly line: number; readonly column: number }

/** What is wrong, where, what would be right. */
export type Problem = Place & {
  /** Below the project's root, with forward slashes. */
  readonly file: string
  readonly rule: Rule
  readonly found: string
  readonly allowed?: string
  readonly suggestion?: string
}

/** A problem of one file that its reader reports; the file's name is put on by the caller. */
export type Fault = Omit<Problem, 'file'>

export type Complain = (
  place: Place,
  rule: Rule,
  found: string,
  more?: { allowed?: string; suggestion?: string | undefined },
) => void

/** A list of faults and the function that fills it. */
export function faultList(): { readonly faults: Fault[]; readonly complain: Complain } {
  const faults: Fault[] = []
  const complain: Complain = ({ line, column }, rule, found, { allowed, suggestion } = {}) => {
    faults.push({ line, column, rule, found, ...(allowed ? { allowed } : {}), ...(suggestion ? { suggestion } : {}) })
  }
  return { faults, complain }
}

export const messageOf = ({ found, allowed, suggestion }: Pick<Problem, 'found' | 'allowed' | 'suggestion'>): string =>
  [found, allowed && `allowed: ${allowed}`, suggestion && `did you mean "${suggestion}"?`].filter(Boolean).join('; ')

const longestList = 12

/** The allowed words, or their number where they would fill the screen; and the nearest to what was found. */
export function among(
  found: string,
  known: readonly string[],
  what: string,
): { allowed: string; suggestion?: string | undefined } {
  // Two letters are near to any other two.
  const same = known.find((it) => it.toLowerCase() === found.toLowerCase() && found !== '')
  const near = same ?? (found.length < 3 ? undefined : nearest(found, known))
  const allowed =
    known.length === 0
      ? `no ${what} exists yet`
      : known.length <= longestList
        ? known.join(', ')
        : `one of ${known.length} ${what} entries`
  return { allowed, suggestion: near }
}

const most = 60

/** A value as the owner wrote it, short enough for a line. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'a group of fields'
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value
  return value.length > most ? `"${value.slice(0, most)}…"` : `"${value}"`
}

/** The first character of a text that looks like one of ours and is not, by its code. */
export function foreignCharacter(value: string): string | undefined {
  const [character] = /[^\u0020-\u007e]/u.exec(value) ?? []
  return character && `"${character}" is U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

export const byPlace = (a: Problem, b: Problem): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.line - b.line ||
  a.column - b.column ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
