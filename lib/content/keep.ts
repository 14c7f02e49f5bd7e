import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const codeHashes = new Map<string, string>()

/** What draws is part of what a drawing depends on: a changed line of the room makes all that it drew stale. */
function codeHash(room: string): string {
  const known = codeHashes.get(room)
  if (known) return known
  const hash = createHash('sha256')
  const folder = join(process.cwd(), 'lib', room)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.ts'))
  for (const file of files.toSorted()) hash.update(readFileSync(join(folder, file)))
  codeHashes.set(room, hash.digest('hex'))
  return codeHash(room)
}

/**
 * Does a costly piece of work once for each content, and keeps the result beside Contentlayer's cache: Next prints a
 * page more than once, a preview prints it again and again, and the next build finds it done.
 */
export async function keep<Result>(room: string, content: string, make: () => Promise<Result>): Promise<Result> {
  const folder = join(process.cwd(), '.contentlayer', '.cache', room)
  const name = createHash('sha256').update(codeHash(room)).update(content).digest('hex').slice(0, 24)
  const file = join(folder, `${name}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Result
  const result = await make()
  mkdirSync(folder, { recursive: true })
  // Two workers may do the same work: each writes a file of its own, and both hold the same bytes.
  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify(result))
  renameSync(own, file)
  return result
}
