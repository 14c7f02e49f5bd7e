import { nearest } from '@/lib/content/nearest'
import { Failure } from './failure'

export type Flags = {
  readonly words: readonly string[]
  readonly switches: ReadonlySet<string>
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** Reads `word --switch --name value`; a flag that the command does not know is a failure that names the nearest. */
export function readFlags(
  args: readonly string[],
  known: { readonly switches: readonly string[]; readonly values: readonly string[]; readonly takesWords?: boolean },
): Flags {
  const words: string[] = []
  const switches = new Set<string>()
  const values = new Map<string, string[]>()
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (!arg.startsWith('--')) {
      words.push(arg)
      continue
    }
    const [, name = '', given] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(arg) ?? []
    if (known.switches.includes(name)) switches.add(name)
    else if (known.values.includes(name)) values.set(name, [...(values.get(name) ?? []), valueOf(name, given ?? rest.shift())])
    else throw unknownFlag(name, [...known.switches, ...known.values])
  }
  const [first] = words
  if (first !== undefined && known.takesWords === false)
    throw new Failure(`this command takes no "${first}".`, 'leave it out: the command looks at all content.')
  return { words, switches, values }
}

function valueOf(name: string, value: string | undefined): string {
  if (value !== undefined && !value.startsWith('--')) return value
  throw new Failure(`--${name} needs a value.`, `write --${name} "…".`)
}

function unknownFlag(name: string, known: readonly string[]): Failure {
  const near = nearest(name, known)
  return new Failure(
    `there is no flag --${name}.`,
    near ? `did you mean --${near}?` : `the flags are ${known.map((it) => `--${it}`).join(', ')}.`,
  )
}
