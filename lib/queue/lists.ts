import type { CopyColumns } from './pool'

// First-in-first-out lists threaded through the copies. A copy is in one list at most.

export type List = { head: number; tail: number; length: number }

export function emptyList(): List {
  return { head: -1, tail: -1, length: 0 }
}

export function append(copies: CopyColumns, list: List, slot: number): void {
  insertAfter(copies, list, list.tail, slot)
}

/** By `order`, searched from the head: a message given back is older than nearly all that wait. */
export function insertInOrder(copies: CopyColumns, list: List, slot: number): void {
  let before = -1
  for (let at = list.head; at >= 0 && copies.order[at]! < copies.order[slot]!; at = copies.next[at]!) before = at
  insertAfter(copies, list, before, slot)
}

function insertAfter(copies: CopyColumns, list: List, before: number, slot: number): void {
  const after = before < 0 ? list.head : copies.next[before]!
  copies.prev[slot] = before
  copies.next[slot] = after
  if (before < 0) list.head = slot
  else copies.next[before] = slot
  if (after < 0) list.tail = slot
  else copies.prev[after] = slot
  list.length += 1
}

export function remove(copies: CopyColumns, list: List, slot: number): void {
  const before = copies.prev[slot]!
  const after = copies.next[slot]!
  if (before < 0) list.head = after
  else copies.next[before] = after
  if (after < 0) list.tail = before
  else copies.prev[after] = before
  list.length -= 1
}
