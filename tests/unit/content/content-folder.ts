import { join } from 'node:path'
import { checkFiles, type CheckResult } from '@/lib/content/check/check-content'
import { type ContentFile, readContentFiles } from '@/lib/content/check/files'

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'content')

/** The day on which the fixtures are looked at. */
export const today = '2026-11-21'

/** A small site without a fault: one document of every kind, a draft, and a piece that waits for its day. */
export const sound: readonly ContentFile[] = readContentFiles(join(fixtures, 'sound'))

/** Files with a fault each; they stand on the sound ones. */
export const broken: readonly ContentFile[] = readContentFiles(join(fixtures, 'broken'))

export const fileOf = (path: string, content: string | Uint8Array): ContentFile => ({
  path,
  kind: 'file',
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
})

export const textOf = (path: string): string => {
  const file = sound.find((it) => it.path === path)
  if (!file) throw new Error(`there is no ${path} among the sound fixtures`)
  return new TextDecoder().decode(file.bytes)
}

/** Checks the sound site with some files added or put in place of others. */
export function checkWith(...files: readonly ContentFile[]): CheckResult {
  const replaced = new Set(files.map((it) => it.path))
  return checkFiles([...sound.filter((it) => !replaced.has(it.path)), ...files], { today })
}

export const placesOf = ({ problems }: CheckResult): string[] =>
  problems.map((it) => `${it.file}:${it.line}:${it.column} ${it.rule}`)
