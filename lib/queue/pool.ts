// Fixed-width records in typed arrays, reused when free: a million messages pass through a few hundred slots.

export const FREE = 0
export const READY = 1
export const UNACKED = 2
export const DELAYED = 3
export const DEAD = 4
export const ACKED = 5
export const DROPPED = 6
export const STATES = 7

type Column = Float64Array | Int32Array | Int16Array | Uint8Array
type Columns = Record<string, Column>
export type Pool<C extends Columns> = { used: number; freeHead: number; readonly columns: C }

/** What the caller asked for: one business event, however many copies of it lie in queues. */
export type RequestColumns = {
  id: Int32Array
  key: Int16Array
  type: Uint8Array
  urgent: Uint8Array
  poison: Uint8Array
  bornAt: Float64Array
  submittedAt: Float64Array
  work: Float64Array
  effects: Int32Array
  effectAt: Float64Array
  tries: Uint8Array
  fate: Uint8Array
  pins: Int16Array
  next: Int32Array
}

/** One message in one queue. */
export type CopyColumns = {
  request: Int32Array
  station: Uint8Array
  state: Uint8Array
  lane: Uint8Array
  order: Int32Array
  next: Int32Array
  prev: Int32Array
  attempts: Int16Array
  deliveries: Int32Array
  owner: Int16Array
  enteredAt: Float64Array
  deliveredAt: Float64Array
  startedAt: Float64Array
  expiresAt: Float64Array
  reason: Uint8Array
  deaths: Int32Array
  pins: Int16Array
}

function ints(size: number): Int32Array {
  return new Int32Array(size)
}

function shorts(size: number): Int16Array {
  return new Int16Array(size)
}

function bytes(size: number): Uint8Array {
  return new Uint8Array(size)
}

function floats(size: number): Float64Array {
  return new Float64Array(size)
}

const START = 256

export function createRequests(): Pool<RequestColumns> {
  const n = START
  const columns: RequestColumns = {
    id: ints(n),
    key: shorts(n),
    type: bytes(n),
    urgent: bytes(n),
    poison: bytes(n),
    bornAt: floats(n),
    submittedAt: floats(n),
    work: floats(n),
    effects: ints(n),
    effectAt: floats(n),
    tries: bytes(n),
    fate: bytes(n),
    pins: shorts(n),
    next: ints(n),
  }
  return { used: 0, freeHead: -1, columns }
}

export function createCopies(): Pool<CopyColumns> {
  const n = START
  const columns: CopyColumns = {
    request: ints(n),
    station: bytes(n),
    state: bytes(n),
    lane: bytes(n),
    order: ints(n),
    next: ints(n),
    prev: ints(n),
    attempts: shorts(n),
    deliveries: ints(n),
    owner: shorts(n),
    enteredAt: floats(n),
    deliveredAt: floats(n),
    startedAt: floats(n),
    expiresAt: floats(n),
    reason: bytes(n),
    deaths: ints(n),
    pins: shorts(n),
  }
  return { used: 0, freeHead: -1, columns }
}

/** A slot whose columns still hold what the last owner left; the caller sets every one. */
export function takeSlot<C extends Columns & { next: Int32Array }>(pool: Pool<C>): number {
  if (pool.freeHead >= 0) {
    const slot = pool.freeHead
    pool.freeHead = pool.columns.next[slot]!
    return slot
  }
  if (pool.used === pool.columns.next.length) grow(pool.columns)
  pool.used += 1
  return pool.used - 1
}

export function freeSlot<C extends Columns & { next: Int32Array }>(pool: Pool<C>, slot: number): void {
  pool.columns.next[slot] = pool.freeHead
  pool.freeHead = slot
}

function grow(columns: Columns): void {
  for (const name of Object.keys(columns)) {
    const old = columns[name]!
    const wider = new (old.constructor as new (size: number) => Column)(old.length * 2)
    wider.set(old)
    columns[name] = wider
  }
}
