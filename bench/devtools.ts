import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { chromiumArguments, ensureChromium } from '@/lib/cli/chromium'

type Values = Readonly<Record<string, unknown>>
type Message = {
  readonly id?: number
  readonly method?: string
  readonly params?: Values
  readonly sessionId?: string
  readonly result?: Values
  readonly error?: { readonly message: string }
}
type Send = (method: string, params?: object, session?: string) => Promise<Values>

export type Tab = {
  /** To the page that the tab shows: another one once the reader went on. */
  send(method: string, params?: object): Promise<Values>
  /** The value of an expression in that page, once it has settled. */
  evaluate<Value>(expression: string): Promise<Value>
  close(): Promise<void>
}

export type Command = readonly [method: string, params: object]

export type Devtools = {
  /** A tab in a profile of its own, where nothing is cached. Each page in it, shown or rendered ahead, gets the commands. */
  openTab(commands: readonly Command[]): Promise<Tab>
  close(): Promise<void>
}

/** A page that hangs must not hang the whole measurement. */
const patience = 30_000

type Waiting = { readonly session: string | undefined; readonly take: (message: Message) => void }

/** Commands and answers over Chromium's own pipe, which needs no library. */
function converse(input: Writable, output: Readable, listeners: ReadonlySet<(message: Message) => void>): Send {
  const waiting = new Map<number, Waiting>()
  let [unread, lastId] = ['', 0]
  const hear = (message: Message) => {
    if (message.id !== undefined) return waiting.get(message.id)?.take(message)
    // A page that goes away answers nothing any more.
    if (message.method === 'Target.detachedFromTarget')
      for (const { session, take } of [...waiting.values()])
        if (session === message.params?.sessionId) take({ error: { message: 'the page is gone' } })
    for (const listener of listeners) listener(message)
  }
  output.on('data', (chunk: Buffer) => {
    const texts = (unread + chunk.toString()).split('\0')
    unread = texts.pop() ?? ''
    for (const text of texts) hear(JSON.parse(text) as Message)
  })
  return (method, params = {}, session) =>
    new Promise((resolve, reject) => {
      const id = (lastId += 1)
      const take = ({ result, error }: Message) => {
        clearTimeout(late)
        waiting.delete(id)
        if (error) reject(new Error(`${method}: ${error.message}`))
        else resolve(result ?? {})
      }
      const late = setTimeout(() => take({ error: { message: `no answer in ${patience / 1000} s` } }), patience)
      waiting.set(id, { session, take })
      input.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`)
    })
}

/**
 * A Chromium that is spoken to directly, tab by tab. What drives browsers for tests attaches to pages, which switches
 * rendering ahead off: the very thing that a reader of this site has.
 */
export async function openChromium(): Promise<Devtools> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-chromium-'))
  const chromium = spawn(
    await ensureChromium(),
    ['--headless=new', ...chromiumArguments, '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const [, , , input, output] = chromium.stdio as unknown as [null, null, null, Writable, Readable]
  const listeners = new Set<(message: Message) => void>()
  const send = converse(input, output, listeners)
  return {
    openTab: (commands) => openTab(send, listeners, commands),
    async close() {
      const ended = new Promise<void>((resolve) => chromium.once('exit', () => resolve()))
      send('Browser.close').catch(() => chromium.kill())
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function openTab(send: Send, listeners: Set<(message: Message) => void>, commands: readonly Command[]): Promise<Tab> {
  const { browserContextId } = await send('Target.createBrowserContext')
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId, forTab: true })
  const { sessionId: tab } = await send('Target.attachToTarget', { targetId, flatten: true })
  const pages = new Set<string>()
  const follow = ({ method, params, sessionId }: Message) => {
    const page = String(params?.sessionId)
    if (sessionId !== tab) return
    if (method === 'Target.detachedFromTarget') pages.delete(page)
    if (method !== 'Target.attachedToTarget') return
    pages.add(page)
    // A page that was rendered ahead may be gone before it hears of this.
    for (const [name, values] of commands) send(name, values, page).catch(() => pages.delete(page))
  }
  listeners.add(follow)
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, String(tab))
  // The oldest is the one that is shown: once another takes its place, it is gone.
  const own = (method: string, params?: object) => send(method, params, [...pages][0])
  return {
    send: own,
    async evaluate<Value>(expression: string) {
      const { result, exceptionDetails } = await own('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`)
      return (result as { value: Value }).value
    },
    async close() {
      listeners.delete(follow)
      await send('Target.disposeBrowserContext', { browserContextId })
    },
  }
}
