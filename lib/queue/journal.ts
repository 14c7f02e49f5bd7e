import { createTraceHash, type TraceHash } from '@/lib/simulation/hash'

// The event log: 27 bytes a line in typed arrays. It keeps the newest KEPT_LINES; older ones come back by seeking to their time.

export const KEPT_LINES = 524_288

type LineColumns = { at: Float64Array; kind: Uint8Array; id: Int32Array; key: Int16Array; place: Int16Array; value: Float64Array }

export type Journal = { columns: LineColumns; first: number; total: number; reached: number; hash: TraceHash }

function lineColumns(size: number): LineColumns {
  return {
    at: new Float64Array(size),
    kind: new Uint8Array(size),
    id: new Int32Array(size),
    key: new Int16Array(size),
    place: new Int16Array(size),
    value: new Float64Array(size),
  }
}

export function createJournal(): Journal {
  return { columns: lineColumns(1024), first: 0, total: 0, reached: 0, hash: createTraceHash() }
}

/** `id` is the request's number or -1; `place` a worker, partition or queue; `value` what the kind says (see journal-text). */
export function write(journal: Journal, at: number, code: number, id: number, key: number, place: number, value: number): void {
  const { hash, total } = journal
  hash.add(at)
  hash.add(Math.imul(id, 0x9e3779b1) ^ (code + 64 * place))
  hash.add(value)
  if (total === journal.columns.at.length && total < KEPT_LINES) widen(journal)
  const row = total & (journal.columns.at.length - 1)
  const { columns } = journal
  columns.at[row] = at
  columns.kind[row] = code
  columns.id[row] = id
  columns.key[row] = key
  columns.place[row] = place
  columns.value[row] = value
  journal.total = total + 1
  if (journal.total > journal.reached) journal.reached = journal.total
  if (journal.reached - journal.first > KEPT_LINES) journal.first = journal.reached - KEPT_LINES
}

function widen(journal: Journal): void {
  const wider = lineColumns(journal.columns.at.length * 2)
  for (const name of Object.keys(wider) as (keyof LineColumns)[]) wider[name].set(journal.columns[name])
  journal.columns = wider
}

/** Back or forward to where the journal had `total` lines. Lines written between are the same in every run, so those still kept stay valid. */
export function rewindJournal(journal: Journal, total: number, hash: TraceHash): void {
  journal.hash = hash
  journal.total = total
  if (total >= journal.first && total <= journal.reached) return
  journal.first = total
  journal.reached = total
}
