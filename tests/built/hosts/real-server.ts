import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, isListening } from './ask'
import type { Running } from './expectations'

type Configured = { readonly file: string; readonly text: string; readonly command: string; readonly args: readonly string[] }

/** Starts a server with a configuration of its own in a folder of its own, and waits until it answers. */
export async function startServer(configure: (port: number, folder: string) => Configured): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'host-'))
  const port = await freePort()
  const { file, text, command, args } = configure(port, folder)
  writeFileSync(join(folder, file), text)
  const server = spawn(command, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  })
  let said = ''
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()))
  while (!(await isListening(port))) {
    if (server.exitCode !== null) throw new Error(`${command} did not start:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const stop = async () => {
    server.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { port, stop }
}
