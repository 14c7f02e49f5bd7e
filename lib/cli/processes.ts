import { type ChildProcess, spawn } from 'node:child_process'

const running = new Set<ChildProcess>()

export type Ran = { readonly code: number; readonly output: string }

type RunOptions = { readonly env?: Record<string, string>; readonly show?: boolean; readonly cwd?: string }

/** Runs a Node script of ours or of a package: no shell, so that it is the same on every system. */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, args, options)
}

export function run(command: string, args: readonly string[], { env = {}, show = false, cwd }: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...(cwd ? { cwd } : {}),
      // Contentlayer believes PWD rather than the folder that it runs in, and spins for ever when the two differ.
      env: { ...process.env, PWD: cwd ?? process.cwd(), NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    running.add(child)
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.on('error', (error) => {
      running.delete(child)
      resolve({ code: 127, output: error.message })
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve({ code: code ?? (signal ? 130 : 1), output })
    })
  })
}

/** Ctrl-C ends what we started too, and then us, with the exit code that a shell expects. */
export function stopChildrenOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      for (const child of running) child.kill(signal)
      process.stderr.write('\nstopped.\n')
      process.exit(signal === 'SIGINT' ? 130 : 143)
    })
}
