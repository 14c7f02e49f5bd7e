import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'content')

export type ProjectFolder = { readonly root: string; read(path: string): string; remove(): void }

/** A copy of the sound site that a command may write to. */
export function soundProject(): ProjectFolder {
  const root = mkdtempSync(join(tmpdir(), 'portfolio '))
  cpSync(join(fixtures, 'sound', 'content'), join(root, 'content'), { recursive: true })
  return {
    root,
    read: (path) => readFileSync(join(root, 'content', path), 'utf8'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** What a command writes for its reader while it runs. */
export async function spoken(work: () => Promise<void>): Promise<string> {
  const write = process.stdout.write.bind(process.stdout)
  let said = ''
  process.stdout.write = (text: string) => {
    said += text
    return true
  }
  try {
    await work()
  } finally {
    process.stdout.write = write
  }
  return said
}
