import type { ContentFile } from '@/lib/content/check/files'
import { inBody, inFields } from './mutate-snippets'

/** Makes documents wrong in the ways in which editors, people and attackers do. The same seed makes the same ones. */

export type Random = { below(limit: number): number; pick<It>(from: readonly It[]): It }

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    // mulberry32: short, and the same everywhere.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number) => (limit <= 0 ? 0 : next() % limit)
  return { below, pick: <It>(from: readonly It[]) => from[below(from.length)] as It }
}

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const characters = [
  '\u0000',
  '\u0007',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\u00a0',
  '\u2028',
  '\r',
  '\r\n',
  '\t',
  '\ud83d',
  '\ufffd',
  '\u0430',
  '\u0301',
] as const

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array

const cutAt = (bytes: Uint8Array, random: Random) => bytes.slice(0, random.below(bytes.length))

function splice(bytes: Uint8Array, from: number, to: number, middle: Uint8Array): Uint8Array {
  const made = new Uint8Array(from + middle.length + bytes.length - to)
  made.set(bytes.slice(0, from))
  made.set(middle, from)
  made.set(bytes.slice(to), from + middle.length)
  return made
}

const insertAt = (text: string, at: number, what: string) => encode(text.slice(0, at) + what + text.slice(at))

/** Where the body begins; a text without fields has only a body. */
const bodyOf = (text: string) => Math.max(0, text.indexOf('\n---\n', 3) + 5)

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at) + 1

const ways: Readonly<Record<string, Mutation>> = {
  'bytes cut off': cutAt,
  'bytes cut out': (bytes, random) => {
    const from = random.below(bytes.length)
    return splice(bytes, from, Math.min(bytes.length, from + 1 + random.below(40)), new Uint8Array())
  },
  'bytes doubled': (bytes, random) => {
    const from = random.below(bytes.length)
    return splice(bytes, from, from, bytes.slice(from, from + 1 + random.below(200)))
  },
  'a byte changed': (bytes, random) => {
    const made = bytes.slice()
    made[random.below(made.length)] = random.below(256)
    return made
  },
  'a character put in': (bytes, random) => {
    const text = decode(bytes)
    return insertAt(text, random.below(text.length), random.pick(characters))
  },
  'a line of fields put in': (bytes, random) => {
    const text = decode(bytes)
    return insertAt(text, lineStart(text, random.below(bodyOf(text)) || 4), `${random.pick(inFields)}\n`)
  },
  'a word of fields put in': (bytes, random) => {
    const text = decode(bytes)
    return insertAt(text, random.below(bodyOf(text)), random.pick(inFields))
  },
  'a line of text put in': (bytes, random) => {
    const text = decode(bytes)
    const body = bodyOf(text)
    return insertAt(
      text,
      lineStart(text, body + random.below(text.length - body)),
      `${random.pick(inBody)}\n${random.pick(['', '\n'])}`,
    )
  },
  'a word of text put in': (bytes, random) => {
    const text = decode(bytes)
    const body = bodyOf(text)
    return insertAt(text, body + random.below(text.length - body), random.pick(inBody))
  },
  'a line left out': (bytes, random) => {
    const lines = decode(bytes).split('\n')
    return encode(lines.toSpliced(random.below(lines.length), 1).join('\n'))
  },
  'two lines changed places': (bytes, random) => {
    const lines = decode(bytes).split('\n')
    const [a, b] = [random.below(lines.length), random.below(lines.length)]
    return encode(
      lines
        .with(a, lines[b] ?? '')
        .with(b, lines[a] ?? '')
        .join('\n'),
    )
  },
  'a line doubled': (bytes, random) => {
    const lines = decode(bytes).split('\n')
    const at = random.below(lines.length)
    return encode(lines.toSpliced(at, 0, lines[at] ?? '').join('\n'))
  },
  'a value of another type': (bytes, random) =>
    encode(
      decode(bytes).replace(/^(\w+): .*$/gm, (line, name: string) =>
        random.below(6) === 0
          ? `${name}: ${random.pick(['3', 'true', 'null', '[1, {}]', '{ a: 1 }', 'x', '""', '2026-13-01'])}`
          : line,
      ),
    ),
  'CRLF line ends': (bytes) => encode(decode(bytes).replaceAll('\n', '\r\n')),
  'a byte order mark': (bytes) => encode(`\ufeff${decode(bytes)}`),
  'tabs for spaces': (bytes, random) => encode(decode(bytes).replace(/ /g, () => (random.below(8) === 0 ? '\t' : ' '))),
  'an alias that grows': (bytes) => {
    const rows = Array.from({ length: 30 }, (_, at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(at === 0 ? 0 : 9)}1]`)
    return insertAt(decode(bytes), 4, `${rows.join('\n')}\n`)
  },
  nesting: (bytes, random) => {
    const text = decode(bytes)
    const deep = random.pick(['>', '- ', '[', '<Kbd>', '*a ', '{', '(', '`'])
    return insertAt(text, bodyOf(text) + random.below(text.length - bodyOf(text)), deep.repeat(1 + random.below(300)))
  },
  'a long line': (bytes, random) => {
    const text = decode(bytes)
    return insertAt(
      text,
      random.below(text.length),
      random.pick(['x', ' ', '*', '<', '['] as const).repeat(8_000 + random.below(4_000)),
    )
  },
}

const names: readonly ((path: string) => string)[] = [
  (path) => path.toUpperCase(),
  (path) => path.replace(/([a-z])\.mdx$/, (_, last: string) => `${last.toUpperCase()}.mdx`),
  (path) => path.replace('e', 'е'),
  (path) => path.replace('/', '/two words/'),
  (path) => path.replace(/([a-z-]+)\.mdx$/, 'some words $1.mdx'),
  (path) => path.replace('.mdx', '/index.mdx'),
  (path) => path.replace('.mdx', '.md'),
  (path) => `other/${path}`,
]

export type Mutated = { readonly how: string; readonly file: ContentFile; readonly replaces: string }

/** One file of the site made wrong. A new name leaves the old file where it is, so that both are there. */
export function mutate(files: readonly ContentFile[], random: Random): Mutated {
  const from = random.pick(files.filter((it) => it.path.endsWith('.mdx')))
  const kind = random.below(20)
  if (kind === 0) return { how: 'a symbolic link', file: { ...from, kind: 'link', bytes: new Uint8Array() }, replaces: from.path }
  if (kind === 1) return { how: 'another name', file: { ...from, path: random.pick(names)(from.path) }, replaces: '' }
  const rounds = random.pick([1, 1, 1, 1, 2, 3])
  // A Buffer's slices share its memory; a plain array's do not.
  let bytes: Uint8Array = new Uint8Array(from.bytes)
  const how: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const [name, way] = random.pick(Object.entries(ways))
    bytes = way(bytes, random)
    how.push(name)
  }
  return { how: how.join(', '), file: { ...from, bytes }, replaces: from.path }
}
