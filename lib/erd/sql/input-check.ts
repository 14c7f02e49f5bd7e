interface Signature {
  readonly bytes: readonly number[]
  /** Where the bytes stand; at the start unless said otherwise. */
  readonly at?: number
  readonly message: string
}

const SIGNATURES: readonly Signature[] = [
  {
    bytes: [0x50, 0x47, 0x44, 0x4d, 0x50],
    message:
      'this is a pg_dump archive in custom format, not SQL; turn it into SQL with: pg_restore --schema-only -f schema.sql FILE',
  },
  {
    bytes: [...new TextEncoder().encode('ustar')],
    at: 257,
    message: 'this is a tar archive; if pg_dump wrote it, turn it into SQL with: pg_restore --schema-only -f schema.sql FILE',
  },
  { bytes: [0x1f, 0x8b], message: 'this file is compressed with gzip; unpack it first with: gunzip -k FILE' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], message: 'this file is compressed with zstd; unpack it first with: unzstd FILE' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], message: 'this is a zip archive; unpack it first' },
  { bytes: [0xff, 0xfe], message: 'this file is UTF-16; save it as UTF-8' },
  { bytes: [0xfe, 0xff], message: 'this file is UTF-16; save it as UTF-8' },
  { bytes: [...new TextEncoder().encode('SQLite format 3')], message: 'this is an SQLite database, not SQL' },
]

/** The reason to refuse a file from its first bytes, or null when it may be text. */
export function refusalFor(head: Uint8Array): string | null {
  const known = SIGNATURES.find(({ bytes, at = 0 }) => bytes.every((byte, position) => head[at + position] === byte))
  if (known) return known.message
  const zeros = count(head, (byte) => byte === 0)
  if (zeros > 0) return `this is not a text file: ${zeros} zero bytes among its first ${head.length}`
  const strange = count(head, (byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) || byte === 0x7f)
  if (strange * 50 > head.length)
    return `this is not a text file: ${strange} control characters among its first ${head.length} bytes`
  return null
}

function count(bytes: Uint8Array, matches: (byte: number) => boolean): number {
  let total = 0
  for (const byte of bytes) if (matches(byte)) total += 1
  return total
}
