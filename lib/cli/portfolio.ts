import { printFailure } from './failure'
import { stopChildrenOnSignals } from './processes'

/** The owner's commands by name; package.json's scripts come here through bootstrap.mjs. */
const commands: Record<string, (root: string, args: string[]) => Promise<void>> = {
  build: async (root) => (await import('./build')).build(root, (await import('./progress')).progress()),
  start: async (root, args) => (await import('./start')).start(root, args),
  serve: async (root, args) => (await import('./serve')).serve(root, args),
  dev: async (root, args) => (await import('./dev')).dev(root, args),
  test: async (root, args) => (await import('./test')).test(root, args),
  check: async (root, args) => (await import('./check')).check(root, args),
  erd: async (_root, args) => {
    const { runErd } = await import('./erd')
    const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text)
    process.exitCode = await runErd(args, { out: write(process.stdout), err: write(process.stderr) })
  },
  shots: async (root, args) => (await import('./shots')).shots(root, args),
  new: async (root, args) => (await import('./new')).create(root, args),
  own: async (root, args) => (await import('./own')).own(root, args),
  launch: async (root, args) => (await import('./launch')).launch(root, args),
  hosts: async (root, args) => (await import('./hosts')).hosts(root, args),
  release: async (root, args) => (await import('./release')).release(root, args),
  bench: async (root, args) => (await import('./bench')).bench(root, args),
}

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
if (name !== 'dev') stopChildrenOnSignals()
if (!command) {
  process.stderr.write(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.\n`)
  process.exit(1)
}
try {
  await command(process.cwd(), args)
} catch (error) {
  printFailure(error)
  process.exitCode = 1
}
