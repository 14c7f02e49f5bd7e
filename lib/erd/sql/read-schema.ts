import { loadModule } from 'pgsql-parser'
import { emptyDraft } from '@/lib/erd/parse/draft'
import { finishSchema } from '@/lib/erd/parse/finish'
import type { SchemaReading } from '@/lib/erd/reading-report'
import { refusalFor } from './input-check'
import { createLedger, type Ledger } from './ledger'
import { createSplitter } from './split-statements'

export interface SourceName {
  /** What the schema is called in titles and file names. */
  readonly name: string
  /** What messages call the file. */
  readonly file: string
}

const HEAD_BYTES = 4096
const CHUNK_CHARACTERS = 65_536

/** Reads a whole schema from a stream of bytes. Never throws for what the bytes contain: that goes into the report. */
export async function readSchema(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  source: SourceName,
): Promise<SchemaReading> {
  await loadModule()
  const draft = emptyDraft()
  const ledger = createLedger(draft)
  const splitter = createSplitter((piece) => ledger.take(piece))
  const decoder = new TextDecoder('utf-8')
  let isFirst = true
  for await (const chunk of chunks) {
    if (isFirst) {
      const refusal = refusalFor(chunk.subarray(0, HEAD_BYTES))
      if (refusal !== null) return refused(ledger, source, refusal)
      isFirst = false
    }
    const text = decoder.decode(chunk, { stream: true })
    for (let at = 0; at < text.length; at += CHUNK_CHARACTERS) feed(text.slice(at, at + CHUNK_CHARACTERS), ledger, splitter)
  }
  feed(decoder.decode(), ledger, splitter)
  splitter.end()
  const { model, problems } = finishSchema(source.name, draft)
  return { model, report: ledger.report(source.file, splitter, model, problems) }
}

export function readSchemaText(sql: string, source: SourceName): Promise<SchemaReading> {
  return readSchema([new TextEncoder().encode(sql)], source)
}

function feed(text: string, ledger: Ledger, splitter: { push(text: string): void }): void {
  if (text === '') return
  ledger.sawText(text)
  splitter.push(text)
}

function refused(ledger: Ledger, source: SourceName, reason: string): SchemaReading {
  const { model } = finishSchema(source.name, emptyDraft())
  const problem = { severity: 'error', code: 'not-sql', message: reason, line: 1, column: 1, excerpt: '' } as const
  return { model, report: ledger.report(source.file, { lines: () => 0, peakBufferedCharacters: () => 0 }, null, [problem]) }
}
