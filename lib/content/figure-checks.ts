import type { z } from 'zod'
import { nearest } from './nearest'

// Checks across the parts of one figure, which a schema of single fields can't see.

type Path = (string | number)[]

export function report(context: z.RefinementCtx, path: Path, message: string): void {
  context.addIssue({ code: 'custom', path, message })
}

export function checkUnique(context: z.RefinementCtx, field: string, items: readonly { id: string }[]): void {
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    if (seen.has(item.id)) report(context, [field, index, 'id'], `"${item.id}" is used twice; each id names one thing`)
    seen.add(item.id)
  }
}

export function checkKnown(context: z.RefinementCtx, path: Path, what: string, found: string, known: readonly string[]): void {
  if (known.includes(found)) return
  const close = nearest(found, known)
  const hint =
    close === undefined ? `allowed: ${known.join(', ') || 'none, because none is declared'}` : `did you mean "${close}"?`
  report(context, path, `no ${what} is called "${found}"; ${hint}`)
}

export function checkArrows(
  context: z.RefinementCtx,
  field: string,
  what: string,
  arrows: readonly { from: string; to: string }[],
  known: readonly string[],
): void {
  for (const [index, arrow] of arrows.entries()) {
    checkKnown(context, [field, index, 'from'], what, arrow.from, known)
    checkKnown(context, [field, index, 'to'], what, arrow.to, known)
  }
}
