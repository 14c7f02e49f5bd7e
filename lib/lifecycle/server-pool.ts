export type ServerPool = {
  /** When a caller who queues now is served, first come first served. */
  freeAt(now: number): number
  hold(from: number, until: number): void
}

/**
 * Connections or workers. Callers come in order of time and know on arrival how long they will wait, so a list of the moments at which
 * servers fall free is the whole queue: whoever would wait too long leaves without ever holding a server.
 */
export function createServerPool(size: number): ServerPool {
  const free = new Float64Array(size)

  function earliest(): number {
    let best = 0
    for (let at = 1; at < size; at += 1) if (free[at]! < free[best]!) best = at
    return best
  }

  return {
    freeAt: (now) => (size === 0 ? Infinity : Math.max(now, free[earliest()]!)),
    hold(from, until) {
      const server = earliest()
      free[server] = Math.max(from, until)
    },
  }
}
