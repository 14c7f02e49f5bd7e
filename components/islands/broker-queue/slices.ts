import { createDriver } from '@/lib/queue/driver'
import { type LoadedParts, loadParts } from '@/lib/queue/load-parts'
import type { Command, Reply } from '@/lib/queue/protocol'

/** Obeys commands in their order, once what they need is there, and works in slices between them, so that whoever else wants the thread has it. */
export function createRunner(post: (reply: Reply) => void, sliceMillis: number): (command: Command) => void {
  const parts: LoadedParts = {}
  const driver = createDriver(post, parts)
  const turns = new MessageChannel()
  let isDue = false
  let earlier = Promise.resolve()

  function ask(): void {
    if (isDue) return
    isDue = true
    turns.port2.postMessage(null)
  }

  turns.port1.onmessage = () => {
    isDue = false
    const until = performance.now() + sliceMillis
    if (driver.slice(() => performance.now() >= until)) ask()
  }

  async function obey(command: Command): Promise<void> {
    await earlier
    try {
      await loadParts(parts, command)
    } catch {
      post({ type: 'unreachable' })
      return
    }
    driver.handle(command)
    ask()
  }

  return (command) => {
    earlier = obey(command)
  }
}
