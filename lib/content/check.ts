import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { collectionOf } from './collections'
import { lifecycleProblems } from './lifecycle'

export type Problem = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly message: string
}

export type CheckResult = { readonly documents: number; readonly problems: readonly Problem[] }

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/

function checkDocument(file: string, text: string): Problem[] {
  const problem = (line: number, column: number, rule: string, message: string) => ({ file, line, column, rule, message })
  const collection = collectionOf(file)
  if (!collection) return [problem(1, 1, 'unknown-folder', 'no collection keeps its documents here.')]
  const [, yaml] = frontMatter.exec(text) ?? []
  if (yaml === undefined) return [problem(1, 1, 'no-front-matter', 'a document begins with --- and its fields.')]
  const lineCounter = new LineCounter()
  const parsed = parseDocument(yaml, { lineCounter })
  // The front matter begins on the second line of the file.
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset)
    return [line + 1, col] as const
  }
  if (parsed.errors.length > 0)
    return parsed.errors.map((it) => problem(...place(it.pos[0]), 'front-matter', it.message.split('\n')[0] ?? it.message))
  const result = collection.schema.safeParse(parsed.toJS())
  if (result.success) return []
  return result.error.issues.map((issue) => {
    const at = nodeAt(parsed.contents, issue.path)
    const [line, column] = at?.range ? place(at.range[0]) : [2, 1]
    return problem(line, column, 'field', `${issue.path.join('.') || 'front matter'}: ${issue.message}`)
  })
}

/** The deepest node of the path that is there: a missing field is reported where it belongs. */
function nodeAt(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let at = root
  for (const key of path) {
    const child: unknown = at && (isMap(at) || 'get' in at) ? (at as { get(key: unknown, keep: true): unknown }).get(key, true) : undefined
    if (!child || !(isScalar(child) || typeof child === 'object')) return at
    at = child as Node
  }
  return at
}

export function checkContent(root: string): CheckResult {
  const content = join(root, 'content')
  const files = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && it.name.endsWith('.mdx'))
    .map((it) => join(it.parentPath, it.name))
    .toSorted()
  const problems = files.flatMap((path) =>
    checkDocument(relative(content, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')),
  )
  return { documents: files.length, problems: [...problems, ...checkData(root)] }
}

/** Data that is no document has rules of its own. */
function checkData(root: string): Problem[] {
  if (!existsSync(join(root, 'content', 'scenarios', 'lifecycle'))) return []
  return lifecycleProblems(root).map((it) => ({ ...it, rule: 'lifecycle' }))
}
