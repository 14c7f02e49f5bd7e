import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { contentlayerBin, nextBin } from './build'
import { Failure } from './failure'
import { handOver, type HandedOver } from './preview-content'
import { openPreviewChannel, type PreviewChannel } from './preview-channel'

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

function onText({ name, process: child }: Child, heard: (text: string) => void): void {
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      const text = chunk.toString()
      heard(text)
      for (const line of text.split('\n').filter((it) => it.trim() !== '')) process.stdout.write(`${name.padEnd(8)}${line}\n`)
    })
}

const newRound = /^\s*File (?:updated|deleted): .*$/m
const soundsWrong = /error|problem|invalid|missing/i

/** Contentlayer says when it has generated, and otherwise what is wrong with which file. */
function followContent(child: Child, channel: PreviewChannel, handOverContent: () => Promise<void>): Promise<void> {
  let said = ''
  return new Promise((resolve) => {
    onText(child, (text) => {
      said = newRound.test(text) ? (text.split(newRound).at(-1) ?? '') : said + text
      const generated = /Generated \d+ documents/.test(said)
      const problems = soundsWrong.test(said) ? said.trim() : ''
      if (problems) channel.send({ kind: 'problems', text: problems })
      if (!generated) return
      said = ''
      void handOverContent().then(() => {
        if (!problems) channel.send({ kind: 'content' })
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
  const stop = (code: number) => {
    for (const child of children) child.process.kill('SIGTERM')
    channel.close()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal === 'SIGINT' ? 130 : 143))
  const begin = (name: string, childArgs: string[]) => {
    const child = startChild(root, name, childArgs, env)
    children.push(child)
    child.process.on('exit', (code) => {
      process.stderr.write(`\nfailed: ${name} ended by itself (exit code ${code}).\n  next: see its last lines above.\n`)
      stop(1)
    })
    return child
  }
  process.stdout.write('content first, then the pages …\n')
  const [generated, preview] = [join(root, '.contentlayer', 'generated'), join(root, '.contentlayer', 'preview')]
  const handed: HandedOver = new Map()
  await rm(preview, { recursive: true, force: true })
  await followContent(begin('content', [contentlayerBin(), 'dev']), channel, () => handOver(generated, preview, handed))
  onText(begin('pages', [nextBin(), 'dev', '--port', String(port)]), () => undefined)
  process.stdout.write(`\npreview: http://localhost:${port}/  (drafts included; Ctrl-C ends it)\n\n`)
}
