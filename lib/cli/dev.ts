import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { contentlayerBin, nextBin } from './build'
import { checkWithSchemas } from './check-project'
import { Failure } from './failure'
import { handOver, type HandedOver } from './preview-content'
import { openPreviewChannel } from './preview-channel'
import { previewRounds } from './preview-round'
import { watchContent } from './watch-content'

const firstPort = 3000

type Child = { readonly name: string; readonly process: ChildProcess }

function startChild(root: string, name: string, args: string[], env: Record<string, string>): Child {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PWD: root, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { name, process: child }
}

/** Who has the preview stopped may go on with its files at once: nothing of it still writes when it has ended. */
async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const impatient = setTimeout(() => child.kill('SIGKILL'), 3000)
  await ended
  clearTimeout(impatient)
}

const write = (text: string) => void process.stdout.write(text)

function onText({ process: child }: Child, heard: (text: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => heard(chunk.toString()))
}

const inLines = (name: string, text: string): string =>
  text
    .split('\n')
    .filter((it) => it.trim() !== '')
    .map((it) => `${name.padEnd(8)}${it}\n`)
    .join('')

const newRound = /^\s*File (?:updated|deleted): .*$/m
const generated = /Generated \d+ documents/
const soundsWrong = /error|problem|invalid|missing/i

/**
 * Contentlayer says when it has generated. What it says of faults is said better by our check, so it is shown only
 * where the check finds none.
 */
function followContent(child: Child, round: (dataChanged: boolean) => Promise<boolean>): Promise<void> {
  let said = ''
  return new Promise((resolve) => {
    onText(child, (text) => {
      said = newRound.test(text) ? (text.split(newRound).at(-1) ?? '') : said + text
      if (!generated.test(said)) return
      const heard = said
      said = ''
      void round(false).then((sound) => {
        if (sound && soundsWrong.test(heard)) write(inLines('content', heard))
        resolve()
      })
    })
  })
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })

async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 20; port += 1) if (await isFree(port)) return port
  throw new Failure(`no port from ${wanted} to ${wanted + 19} is free.`, 'free one, or name another: npm run dev -- --port 5000.')
}

/** Contentlayer and Next under one roof: they start in order, end together, and survive an error in a document. */
export async function dev(root: string, args: readonly string[]): Promise<void> {
  const at = args.indexOf('--port')
  const port = await freePort(at >= 0 ? Number(args[at + 1]) : firstPort)
  const channel = await openPreviewChannel()
  const env = { PREVIEW_CHANNEL: String(channel.port) }
  const children: Child[] = []
  const handed: HandedOver = new Map()
  const folders = {
    content: join(root, 'content'),
    generated: join(root, '.contentlayer', 'generated'),
    preview: join(root, '.contentlayer', 'preview'),
  }
  const round = previewRounds({
    check: () => checkWithSchemas(root),
    handOver: (held) => handOver(folders, handed, held),
    send: (message) => channel.send(message),
    write,
  })
  // Contentlayer tells of documents; vocabulary, scenarios and pictures are read by the pages themselves.
  const unwatch = watchContent(root, (files) => void round([...files].some((it) => !it.endsWith('.mdx'))))
  let stopping = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    unwatch()
    channel.close()
    await Promise.all(children.map((it) => endChild(it.process)))
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal === 'SIGINT' ? 130 : 143))
  const begin = (name: string, childArgs: string[]) => {
    const child = startChild(root, name, childArgs, env)
    children.push(child)
    child.process.on('exit', (code) => {
      if (stopping) return
      process.stderr.write(`\nfailed: ${name} ended by itself (exit code ${code}).\n  next: see its last lines above.\n`)
      void stop(1)
    })
    return child
  }
  process.stdout.write('content first, then the pages …\n')
  await rm(folders.preview, { recursive: true, force: true })
  await followContent(begin('content', [contentlayerBin(), 'dev']), round)
  onText(begin('pages', [nextBin(), 'dev', '--port', String(port)]), (text) => write(inLines('pages', text)))
  process.stdout.write(`\npreview: http://localhost:${port}/  (drafts included; Ctrl-C ends it)\n\n`)
}
