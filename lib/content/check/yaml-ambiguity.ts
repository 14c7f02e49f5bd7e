import { Document, Scalar } from 'yaml'

type Tag = { readonly tag: string; readonly test?: RegExp; readonly format?: string }

/** Reading rules of a version, as the reader itself has them. */
function plainTags(version: '1.1' | '1.2'): Tag[] {
  const { schema } = new Document(null, { version })
  return (schema?.tags ?? []).filter((it) => 'test' in it && it.test instanceof RegExp)
}

const older = plainTags('1.1')
const current = plainTags('1.2')

const words: Readonly<Record<string, string>> = {
  'tag:yaml.org,2002:bool': 'true or false',
  'tag:yaml.org,2002:int': 'a number',
  'tag:yaml.org,2002:float': 'a number',
  'tag:yaml.org,2002:null': 'nothing',
  'tag:yaml.org,2002:merge': 'a merge key',
}

const read = (tags: readonly Tag[], source: string) => tags.find((it) => it.test?.test(source))

/**
 * What an older reader makes of a word that stands without quotes, where that differs: `no` is false to it, `012`
 * ten. Days are left out: they are text here and a moment there, and every document has one.
 */
export function ambiguityOf(scalar: Scalar): string | undefined {
  // What holds a space or a long word is text to both, and most of a front matter is that.
  if (scalar.type !== Scalar.PLAIN || !scalar.source || scalar.source.length > 40 || scalar.source.includes(' ')) return undefined
  return otherReading(scalar.source)
}

/** The same of a word as it stands. */
export function otherReading(source: string): string | undefined {
  const before = read(older, source)
  const now = read(current, source)
  if (!before || before.tag.endsWith('timestamp')) return undefined
  if (before.tag === now?.tag && before.format === now.format) return undefined
  const isNumber = /int|float/
  // 1e3 and .5 are numbers of the same value to both.
  if (now && isNumber.test(before.tag) && isNumber.test(now.tag) && !/^[-+]?0\d|_|:/.test(source)) return undefined
  return words[before.tag] ?? 'another value'
}
