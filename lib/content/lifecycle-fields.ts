import { z } from 'zod'
import { nearestWord } from './nearest-word'

/** Errors say what was found, what is allowed, and which allowed word is nearest. */
export function wordFrom<const Word extends string>(allowed: readonly Word[]): z.ZodType<Word> {
  return z.custom<Word>((value) => typeof value === 'string' && (allowed as readonly string[]).includes(value), {
    error: ({ input }) => `found ${shown(input)}, allowed: ${allowed.join(', ')}${suggestion(input, allowed)}`,
  })
}

export function wholeNumber(least: number, most: number): z.ZodType<number> {
  return z.custom<number>((value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most, {
    error: ({ input }) => `found ${shown(input)}, allowed: a whole number from ${least} to ${most}`,
  })
}

export function sentence(most: number): z.ZodType<string> {
  return z.custom<string>((value) => typeof value === 'string' && value.trim() !== '' && value.length <= most, {
    error: ({ input }) => `found ${shown(input)}, allowed: text of 1 to ${most} characters`,
  })
}

const microsPerUnit = { us: 1, ms: 1_000, s: 1_000_000 } as const
const timePattern = /^(\d+(?:\.\d+)?) ?(us|ms|s)$/

/** "250 ms" becomes 250000: whole microseconds. */
export function timeSpan(least: number, most: number): z.ZodType<number> {
  return z.unknown().transform((value, context) => {
    const micros = microsOf(value)
    if (micros !== null && micros >= least && micros <= most) return micros
    context.addIssue({
      code: 'custom',
      input: value,
      message: `found ${shown(value)}, allowed: a time from ${timeText(least)} to ${timeText(most)}, written like "300 us", "250 ms" or "1.5 s"`,
    })
    return z.NEVER
  })
}

function microsOf(value: unknown): number | null {
  const match = typeof value === 'string' ? timePattern.exec(value) : null
  if (!match) return null
  const micros = Number(match[1]) * microsPerUnit[match[2] as keyof typeof microsPerUnit]
  const whole = Math.round(micros)
  return Math.abs(micros - whole) < 1e-6 ? whole : null
}

function timeText(micros: number): string {
  if (micros >= 1_000_000) return `${micros / 1_000_000} s`
  return micros >= 1_000 ? `${micros / 1_000} ms` : `${micros} us`
}

/** An object whose keys are all known; an unknown one is named with the nearest that is. */
export function knownKeys<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys')
        return `found ${shown(issue.input)}, allowed: an object with the keys ${Object.keys(shape).join(', ')}`
      const found = issue.keys[0] ?? ''
      return `found the key ${shown(found)}, allowed: ${Object.keys(shape).join(', ')}${suggestion(found, Object.keys(shape))}`
    },
  })
}

export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? typeof value
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function suggestion(found: unknown, allowed: readonly string[]): string {
  const nearest = typeof found === 'string' ? nearestWord(found, allowed) : null
  return nearest === null ? '' : `; did you mean "${nearest}"?`
}
