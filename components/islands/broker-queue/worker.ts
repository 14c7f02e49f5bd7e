import type { Command } from '@/lib/queue/protocol'
import { createRunner } from './slices'

type Scope = { onmessage: ((event: MessageEvent<Command | 'ping'>) => void) | null; postMessage(message: unknown): void }

const scope = globalThis as unknown as Scope
const run = createRunner((reply) => scope.postMessage(reply), 16)

scope.onmessage = ({ data }) => {
  if (data === 'ping') scope.postMessage('pong')
  else run(data)
}
