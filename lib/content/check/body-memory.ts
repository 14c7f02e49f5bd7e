import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Body, readBody } from './body'
import { type Fault, faultList } from './problem'

/** What is found in a text depends on the text alone, and reading it is most of the work: it is kept from run to run. */
type Remembered = { readonly body: Body | null; readonly faults: readonly Fault[] }

export type BodyMemory = {
  readonly stamp: string
  readonly known: Map<string, Remembered>
  readonly used: Map<string, Remembered>
}

const hashOf = (text: string) => createHash('sha1').update(text).digest('base64url')

/** The rules themselves: another version of them finds something else in the same text. */
function stampOfRules(): string {
  const project = process.cwd()
  const folders = ['content', 'markdown', 'reliability'].map((it) => join(project, 'lib', it))
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const hash = createHash('sha1')
  for (const file of [...sources.filter((it) => it.endsWith('.ts')).toSorted(), join(project, 'package-lock.json')])
    hash.update(readFileSync(file))
  return hash.digest('base64url')
}

const fileIn = (root: string) => join(root, '.build', 'check', 'bodies.json')

export function openMemory(root: string): BodyMemory {
  const stamp = stampOfRules()
  try {
    const { stamp: written, known } = JSON.parse(readFileSync(fileIn(root), 'utf8')) as {
      stamp: string
      known: [string, Remembered][]
    }
    return { stamp, known: new Map(written === stamp ? known : []), used: new Map() }
  } catch {
    // Not there yet, or cut off: the texts are read again.
    return { stamp, known: new Map(), used: new Map() }
  }
}

export function bodyOf(text: string, memory: BodyMemory | undefined): Remembered {
  const hash = memory ? hashOf(text) : ''
  const { faults, complain } = faultList()
  const found = memory?.known.get(hash) ?? { body: readBody(text, complain) ?? null, faults }
  memory?.used.set(hash, found)
  return found
}

/** Keeps what this run has used, so that the file does not grow with every version of a text. */
export function closeMemory(root: string, { stamp, known, used }: BodyMemory): void {
  if (used.size === known.size && [...used.keys()].every((it) => known.has(it))) return
  const file = fileIn(root)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify({ stamp, known: [...used] }))
  renameSync(`${file}.new`, file)
}
