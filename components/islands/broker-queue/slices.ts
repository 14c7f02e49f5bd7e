import { createDriver } from '@/lib/queue/driver'
import type { Command, Reply } from '@/lib/queue/protocol'

/** Obeys commands at once and works in slices between them, so that whoever else wants the thread has it in between. */
export function createRunner(post: (reply: Reply) => void, sliceMillis: number): (command: Command) => void {
  const driver = createDriver(post)
  const turns = new MessageChannel()
  let isDue = false

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
  return (command) => {
    driver.handle(command)
    ask()
  }
}
