import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

// What a reader of the figure downloads, in the files that were published. Not counted is what every figure of the site loads: React.

const assets = join('out', 'assets')
const island = 'broker-queue'

export type ScriptRow = { readonly what: string; readonly bytes: number; readonly limit?: number }

/** The names of files by what a script imports: at once, or when it is asked to. */
const atOnce = /(?:from|import)\s*"\.\/([^"]+\.js)"/g
const later = /import\("\.\/([^"]+\.js)"\)/g

const namesIn = (file: string, form: RegExp): string[] =>
  Array.from(readFileSync(join(assets, file), 'utf8').matchAll(form), ([, name]) => name ?? '')

function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const name of namesIn(file, atOnce)) withImports(name, found)
  return found
}

/** As it goes over the wire; the smallest files are sent as they are. */
function sent(file: string): number {
  const packed = join(assets, `${file}.gz`)
  return statSync(existsSync(packed) ? packed : join(assets, file)).size
}

const sum = (files: Iterable<string>): number => [...files].reduce((total, it) => total + sent(it), 0)
const without = (files: Iterable<string>, known: ReadonlySet<string>): string[] => [...files].filter((it) => !known.has(it))
const partOf = (file: string): string => file.replace(/-[A-Z0-9]+\.js$/, '')

/** Null when nothing has been built. `limit` is the one of the specification, for all that runs one broker. */
export function scriptRows(limit: number): ScriptRow[] | null {
  const files = existsSync(assets) ? readdirSync(assets) : []
  const fileOf = (part: string) => files.find((it) => it.endsWith('.js') && partOf(it) === part)
  const [own, worker] = [fileOf(`island_${island}`), fileOf(`${island}-worker`)]
  if (own === undefined || worker === undefined) return null
  const everybodys = files
    .filter((it) => it.startsWith('island_') && it.endsWith('.js'))
    .map((it) => withImports(it))
    .reduce((all, it) => new Set([...all].filter((file) => it.has(file))))
  const shown = new Set([...withImports(own), ...everybodys])
  const parts = [...shown].flatMap((it) => namesIn(it, later))
  const engine = parts.find((it) => partOf(it) === 'engine') ?? ''
  const live = new Set([...shown, ...withImports(engine)])
  const program = withImports(worker)
  const models = [...program].flatMap((it) => namesIn(it, later))
  const brokers = ['rabbitmq', 'redis', 'kafka']
  const first = sum(without(shown, everybodys))
  const touched = sum(without(live, shown)) + sum(program)
  const onDemand = [
    ...parts.filter((it) => it !== engine).map((it) => [it, live] as const),
    ...models.filter((it) => !brokers.includes(partOf(it))).map((it) => [it, program] as const),
  ]
  return [
    { what: 'before it is touched: the figure', bytes: first },
    { what: 'when it is first touched: the page’s line to the engine', bytes: sum(without(live, shown)) },
    { what: 'when it is first touched: the worker’s engine', bytes: sum(program) },
    ...brokers.flatMap((broker) => {
      const model = models.find((it) => partOf(it) === broker)
      const bytes = model === undefined ? 0 : sum(without(withImports(model), program))
      return [
        { what: `when it is first touched: the model of ${broker}`, bytes },
        { what: `all of these for a run on ${broker}`, bytes: first + touched + bytes, limit },
      ]
    }),
    ...onDemand.map(([file, known]) => ({
      what: `on demand: ${partOf(file)}`,
      bytes: sum(without(withImports(file), known)),
    })),
  ]
}
