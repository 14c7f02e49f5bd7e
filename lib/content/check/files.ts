import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** A file below `content/`, as it lies on the disk. A link is named and not followed. */
export type ContentFile = {
  /** Below `content/`, with forward slashes. */
  readonly path: string
  readonly kind: 'file' | 'link' | 'other'
  readonly bytes: Uint8Array
  /** Of a picture, of which only the first bytes are read. */
  readonly size?: number
}

/** Nothing reads more than this; a larger file is reported and not loaded. */
export const mostBytes = 512 * 1024

/** A photograph as a camera gives it has less; a repository keeps every version of what is larger. */
export const mostPictureBytes = 10 * 1024 * 1024

const pictures = /\.(?:avif|jpe?g|png|svg|webp)$/i
export const isPicture = (path: string) => pictures.test(path)

const none = new Uint8Array()

/** Enough of a picture to know what it is. */
const pictureStart = 1024

function readStart(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0))
  } finally {
    closeSync(file)
  }
}

/** The bytes of a text, of a picture its first. One byte over the limit is enough to know that it is too long. */
function readFile(path: string, size: number): Uint8Array {
  if (isPicture(path)) return readStart(path, pictureStart)
  return size > mostBytes ? new Uint8Array(mostBytes + 1) : readFileSync(path)
}

/** Everything below `content/`, by name; what begins with a dot belongs to an editor or a system. */
export function readContentFiles(root: string): ContentFile[] {
  const found: ContentFile[] = []
  const walk = (folder: string, prefix: string) => {
    for (const name of readdirSync(folder)) {
      if (name.startsWith('.')) continue
      const full = join(folder, name)
      const path = prefix + name
      const stat = lstatSync(full)
      if (stat.isSymbolicLink()) found.push({ path, kind: 'link', bytes: none })
      else if (stat.isDirectory()) walk(full, `${path}/`)
      else if (stat.isFile()) found.push({ path, kind: 'file', bytes: readFile(full, stat.size), size: stat.size })
      else found.push({ path, kind: 'other', bytes: none })
    }
  }
  walk(join(root, 'content'), '')
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
