import { build } from 'esbuild'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { keepTogether } from '@/lib/publish/keep-together'
import { common } from '@/lib/publish/script-options'

const files = {
  'program.ts': `import { shared } from './shared'; export const run = () => [import('./first'), import('./second'), shared('program')]`,
  'first.ts': `import { shared } from './shared'; import { rare } from './rare'; export const first = shared(rare('first'))`,
  'second.ts': `import { rare } from './rare'; export const second = rare('second')`,
  'shared.ts': `export const shared = (it: string) => it + ' shared'`,
  'rare.ts': `export const rare = (it: string) => it + ' rare'`,
}

type File = { readonly name: string; readonly text: string }

/** Each time in a folder of another name. */
async function bundled(program: string | undefined): Promise<File[]> {
  const root = mkdtempSync(join(tmpdir(), 'together-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  mkdirSync(join(root, 'out'))
  const { outputFiles } = await build({
    ...common(root),
    splitting: true,
    write: false,
    outdir: 'out',
    chunkNames: '[name]-[hash]',
    entryPoints: ['program.ts'],
    plugins: [keepTogether(() => program && join(root, program))],
  })
  rmSync(root, { recursive: true })
  return (outputFiles ?? []).map(({ path, text }) => ({ name: basename(path), text }))
}

it('what a program has from the beginning is one file, also where its parts use it', async () => {
  const texts = (await bundled('program.ts')).map((it) => it.text)
  const [withShared, ...others] = texts.filter((it) => it.includes(' shared'))
  expect(others).toEqual([])
  expect(withShared).toContain('import(')
  // Two parts share what the program has not: that is a file of its own, fetched with the first of them.
  expect(texts.filter((it) => it.includes(' rare'))).toHaveLength(1)
})

it('a module of no program is left alone', async () => {
  const texts = (await bundled(undefined)).map((it) => it.text)
  expect(texts.find((it) => it.includes(' shared'))).not.toContain('import(')
})

it('files are named and written the same wherever the project lies', async () => {
  expect(await bundled('program.ts')).toEqual(await bundled('program.ts'))
})
