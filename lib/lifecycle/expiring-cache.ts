export type ExpiringCache = {
  has(key: number, now: number): boolean
  put(key: number, now: number): void
  drop(key: number): void
}

export function createExpiringCache(keys: number, ttl: number, start: 'cold' | 'warm'): ExpiringCache {
  const freshUntil = new Float64Array(keys)
  // Entries of a warm cache were not written at one moment: their ages are spread evenly, key 0 the youngest.
  if (start === 'warm') freshUntil.forEach((_, key) => (freshUntil[key] = Math.floor((ttl * (keys - key)) / keys)))
  return {
    has: (key, now) => freshUntil[key]! > now,
    put(key, now) {
      freshUntil[key] = now + ttl
    },
    drop(key) {
      freshUntil[key] = 0
    },
  }
}
