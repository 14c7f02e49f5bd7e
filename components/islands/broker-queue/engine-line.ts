import type { Command, Reply } from '@/lib/queue/protocol'

// The line to whatever simulates: a worker, watched by its heartbeat, or the page itself in short slices.

export type EngineLine = { readonly send: (command: Command) => void; readonly close: () => void }
export type Listener = { readonly hear: (reply: Reply) => void; readonly lose: (how: 'died' | 'hung') => void }

const BEAT_MILLIS = 1_000
const PATIENCE_MILLIS = 4_000

export function openLine(listener: Listener, withWorker: boolean): EngineLine {
  return withWorker && typeof Worker === 'function' ? workerLine(listener) : pageLine(listener)
}

function pageLine({ hear }: Listener): EngineLine {
  let isOpen = true
  const post = (reply: Reply) => {
    if (isOpen) hear(reply)
  }
  const runner = import('./worker').then(({ runInPage }) => runInPage(post))
  runner.catch(() => post({ type: 'unreachable' }))
  return {
    send: (command) =>
      void runner.then(
        (run) => run(command),
        () => undefined,
      ),
    close: () => {
      isOpen = false
    },
  }
}

function workerLine({ hear, lose }: Listener): EngineLine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  let heardAt = performance.now()
  let askedAt = 0

  function close(): void {
    clearInterval(beat)
    worker.terminate()
  }

  function give(how: 'died' | 'hung'): void {
    close()
    lose(how)
  }

  // A tab in the background may be slowed down as a whole; its worker is not blamed for that.
  const beat = setInterval(() => {
    if (document.hidden) askedAt = 0
    else if (askedAt > heardAt && performance.now() - askedAt > PATIENCE_MILLIS) give('hung')
    else if (askedAt <= heardAt) {
      askedAt = performance.now()
      worker.postMessage('ping')
    }
  }, BEAT_MILLIS)
  worker.onmessage = ({ data }: MessageEvent<Reply | 'pong'>) => {
    heardAt = performance.now()
    if (data !== 'pong') hear(data)
  }
  worker.onerror = () => give('died')
  return { send: (command) => worker.postMessage(command), close }
}
