import type { Command, Reply } from '@/lib/queue/protocol'
import { createRunner } from './slices'

type Scope = { onmessage: ((event: MessageEvent<Command | 'ping'>) => void) | null; postMessage(message: unknown): void }

/** A page that is given no worker runs the very same program itself. */
export const runInPage = (post: (reply: Reply) => void): ReturnType<typeof createRunner> => createRunner(post, 8)

function listen(scope: Scope): void {
  const run = createRunner((reply) => scope.postMessage(reply), 16)
  scope.onmessage = ({ data }) => {
    if (data === 'ping') scope.postMessage('pong')
    else run(data)
  }
}

if (typeof document === 'undefined') listen(globalThis)
