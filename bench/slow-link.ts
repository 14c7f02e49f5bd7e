import { connect, createServer, type Server, type Socket } from 'node:net'

/** Slow 4G as Lighthouse and Chromium's own tools have it. */
const roundTrip = 150
const bitsPerSecond = { down: 1_638_400, up: 675_000 }

/** One direction of the link, shared by all connections: what it carries is spaced by its rate and arrives half a round trip later. */
function line(rate: number): (bytes: number) => number {
  let freeAt = 0
  return (bytes) => {
    freeAt = Math.max(performance.now(), freeAt) + (bytes * 8_000) / rate
    return freeAt + roundTrip / 2
  }
}

const packet = 1_460

function carry(from: Socket, to: Socket, arrivalOf: (bytes: number) => number, opensAt: number): void {
  let last: Promise<void> = Promise.resolve()
  const later = (at: number, work: () => void) => {
    last = last.then(() => new Promise((resolve) => setTimeout(() => resolve(work()), at - performance.now())))
  }
  from.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; at += packet) {
      const part = chunk.subarray(at, at + packet)
      later(Math.max(arrivalOf(part.length), opensAt), () => void to.write(part))
    }
  })
  from.on('end', () => later(0, () => to.end()))
  from.on('error', () => to.destroy())
}

/**
 * A slow connection to a server on this machine. The browser's own throttling does not reach pages that it renders
 * ahead; this does, and treats all pages alike.
 */
export function slowLink(port: number): Server {
  const down = line(bitsPerSecond.down)
  const up = line(bitsPerSecond.up)
  return createServer((reader) => {
    const server = connect(port, '127.0.0.1')
    // What a request waits for before it can be sent: the connection's own round trip.
    const opensAt = performance.now() + roundTrip * 1.5
    carry(reader, server, up, opensAt)
    carry(server, reader, down, 0)
  })
}
