export type BackendRing = {
  /** The next backend in turn that is neither sitting out nor the one just tried, or null when there is none. */
  pick(now: number, justTried: number | null): number | null
  failed(backend: number, now: number): void
  succeeded(backend: number): void
}

/** Round robin with passive health checks: after `allowedFails` failures in a row a backend sits out for `cooldown`. */
export function createBackendRing(size: number, allowedFails: number, cooldown: number): BackendRing {
  const fails = new Int32Array(size)
  const outUntil = new Float64Array(size)
  let turn = 0
  return {
    pick(now, justTried) {
      for (let tried = 0; tried < size; tried += 1) {
        const backend = turn
        turn = (turn + 1) % size
        if (backend !== justTried && outUntil[backend]! <= now) return backend
      }
      return null
    },
    failed(backend, now) {
      fails[backend]! += 1
      if (fails[backend]! < allowedFails) return
      fails[backend] = 0
      outUntil[backend] = now + cooldown
    },
    succeeded(backend) {
      fails[backend] = 0
    },
  }
}
