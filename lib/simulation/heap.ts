// Events ordered by (integer microsecond, sequence). Two events at one instant leave in the order in which they were pushed, so a run
// never depends on the heap's inner layout. Keys lie in heap order beside a slot number; the rest of an event stays in its slot.

export type HeapSnapshot = {
  readonly nextSequence: number
  readonly times: Float64Array
  readonly sequences: Float64Array
  readonly kinds: Uint8Array
  readonly subjects: Int32Array
  readonly stamps: Int32Array
}

export type EventHeap = {
  push(time: number, kind: number, subject: number, stamp?: number): void
  /** Time of the earliest event, Infinity when empty. */
  nextTime(): number
  /** Takes the earliest event out; read it from `time`, `kind`, `subject`, `stamp`. False when empty. */
  pop(): boolean
  time: number
  kind: number
  subject: number
  stamp: number
  snapshot(): HeapSnapshot
  restore(from: HeapSnapshot): void
}

type Store = {
  keys: Float64Array
  slots: Int32Array
  sequences: Float64Array
  kinds: Uint8Array
  subjects: Int32Array
  stamps: Int32Array
  free: Int32Array
}

function emptyStore(capacity: number): Store {
  return {
    keys: new Float64Array(capacity),
    slots: new Int32Array(capacity),
    sequences: new Float64Array(capacity),
    kinds: new Uint8Array(capacity),
    subjects: new Int32Array(capacity),
    stamps: new Int32Array(capacity),
    free: new Int32Array(capacity),
  }
}

function grown(old: Store): Store {
  const store = emptyStore(old.keys.length * 2)
  for (const name of Object.keys(old) as (keyof Store)[]) store[name].set(old[name])
  return store
}

export function createEventHeap(initialCapacity = 1024): EventHeap {
  let store = emptyStore(initialCapacity)
  let count = 0
  let freed = 0
  let used = 0
  let nextSequence = 0

  function place(at: number, key: number, slot: number): void {
    store.keys[at] = key
    store.slots[at] = slot
  }

  function isBefore(key: number, slot: number, at: number): boolean {
    const other = store.keys[at]!
    return key < other || (key === other && store.sequences[slot]! < store.sequences[store.slots[at]!]!)
  }

  function rise(from: number, key: number, slot: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 2
      if (!isBefore(key, slot, parent)) break
      place(at, store.keys[parent]!, store.slots[parent]!)
      at = parent
    }
    place(at, key, slot)
  }

  function sink(key: number, slot: number): void {
    let at = 0
    for (let child = 1; child < count; child = at * 4 + 1) {
      let least = child
      const end = Math.min(child + 4, count)
      for (let sibling = child + 1; sibling < end; sibling += 1) {
        if (isBefore(store.keys[sibling]!, store.slots[sibling]!, least)) least = sibling
      }
      if (isBefore(key, slot, least)) break
      place(at, store.keys[least]!, store.slots[least]!)
      at = least
    }
    place(at, key, slot)
  }

  function insert(time: number, kind: number, subject: number, stamp: number, sequence: number): void {
    if (count === store.keys.length) store = grown(store)
    const slot = freed > 0 ? store.free[--freed]! : used++
    store.sequences[slot] = sequence
    store.kinds[slot] = kind
    store.subjects[slot] = subject
    store.stamps[slot] = stamp
    count += 1
    rise(count - 1, time, slot)
  }

  const heap: EventHeap = {
    time: 0,
    kind: 0,
    subject: 0,
    stamp: 0,
    nextTime: () => (count === 0 ? Infinity : store.keys[0]!),
    push(time, kind, subject, stamp = 0) {
      insert(time, kind, subject, stamp, nextSequence)
      nextSequence += 1
    },
    pop() {
      if (count === 0) return false
      const slot = store.slots[0]!
      heap.time = store.keys[0]!
      heap.kind = store.kinds[slot]!
      heap.subject = store.subjects[slot]!
      heap.stamp = store.stamps[slot]!
      store.free[freed] = slot
      freed += 1
      count -= 1
      if (count > 0) sink(store.keys[count]!, store.slots[count]!)
      return true
    },
    snapshot() {
      const order = store.slots.subarray(0, count)
      return {
        nextSequence,
        times: store.keys.slice(0, count),
        sequences: Float64Array.from(order, (slot) => store.sequences[slot]!),
        kinds: Uint8Array.from(order, (slot) => store.kinds[slot]!),
        subjects: Int32Array.from(order, (slot) => store.subjects[slot]!),
        stamps: Int32Array.from(order, (slot) => store.stamps[slot]!),
      }
    },
    restore(from) {
      count = 0
      freed = 0
      used = 0
      for (let at = 0; at < from.times.length; at += 1) {
        insert(from.times[at]!, from.kinds[at]!, from.subjects[at]!, from.stamps[at]!, from.sequences[at]!)
      }
      nextSequence = from.nextSequence
    },
  }
  return heap
}
