import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import { Failure } from './failure'

type Benchmark = { run(args: readonly string[]): Promise<void> }

/** `npm run bench -- <name>`: each file of bench/ that measures something exports `run`. */
export async function bench(root: string, [name = '', ...args]: readonly string[]): Promise<void> {
  const file = join(root, 'bench', `${name}.ts`)
  const names = readdirSync(join(root, 'bench')).map((it) => it.replace(/\.ts$/, ''))
  const isBenchmark = /^[a-z]+(-[a-z]+)*$/.test(name) && existsSync(file)
  const { run } = isBenchmark ? ((await import(file)) as Partial<Benchmark>) : {}
  if (!run) throw new Failure(`there is no benchmark "${name}".`, `name one of these: ${names.join(', ')}.`)
  await run(args)
}
