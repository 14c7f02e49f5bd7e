import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'

export type YamlProblem = { readonly file: string; readonly line: number; readonly column: number; readonly message: string }

/** What else is found wrong with a file that reads well, where it stands in it. */
export type ProblemAt = (path: readonly PropertyKey[], message: string) => YamlProblem

export type YamlRead<Value> =
  | { readonly value: Value; readonly problems: readonly []; readonly problemAt: ProblemAt }
  | { readonly value: null; readonly problems: readonly YamlProblem[] }

/** Data under `content/` that is no document: read, checked, and every fault named by its place in the file. */
export function readYamlFile<Value>(root: string, file: string, schema: z.ZodType<Value>): YamlRead<Value> {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(join(root, 'content', file), 'utf8'), { lineCounter: lines })
  const problem = (offset: number, message: string): YamlProblem => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col, message }
  }
  if (document.errors.length > 0)
    return { value: null, problems: document.errors.map((it) => problem(it.pos[0], it.message.split('\n')[0] ?? it.message)) }
  const checked = schema.safeParse(document.toJS())
  const problemAt: ProblemAt = (path, message) =>
    problem(deepest(document.contents, path)?.range?.[0] ?? 0, `${placeIn(path)}: ${message}`)
  if (checked.success) return { value: checked.data, problems: [], problemAt }
  return { value: null, problems: checked.error.issues.map(({ path, message }) => problemAt(path, message)) }
}

/** As a reader counts: the first claim is `claims.1`. */
const placeIn = (path: readonly PropertyKey[]): string =>
  path.map((it) => (typeof it === 'number' ? it + 1 : String(it))).join('.') || 'file'

/** Where the path ends in the file: a missing field is reported where it belongs. */
function deepest(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let at = root
  for (const key of path) {
    const child = isMap(at) || isSeq(at) ? (at.get(key, true) as Node | undefined) : undefined
    if (!child) return at
    at = child
  }
  return at
}

export const sayYamlProblem = ({ file, line, column, message }: YamlProblem): string =>
  `content/${file}:${line}:${column}: ${message}`
