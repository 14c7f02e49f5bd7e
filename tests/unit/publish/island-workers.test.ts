import { build } from 'esbuild'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bundleWorkers, linkWorkers } from '@/lib/publish/island-workers'
import { common } from '@/lib/publish/script-options'

const island = {
  'worker.ts': `import { said } from './core'; export const go = () => import('./later').then((it) => it.say(said)); go()`,
  'core.ts': `export const said = 'from the core'; export const shout = (text: string) => text + '!'`,
  'later.ts': `import { shout } from './core'; import { twice } from './other'; export const say = (text: string) => twice(shout(text))`,
  'other.ts': `export const twice = (text: string) => text + ' ' + text + ', fetched later'`,
  'line.ts': `export const start = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }); export const run = () => import('./worker')`,
}

describe('the worker of an island', () => {
  let root = ''
  let assets = ''
  const folder = 'components/islands/probe'
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'worker-'))
    assets = join(root, 'assets')
    mkdirSync(join(root, folder), { recursive: true })
    for (const [name, text] of Object.entries(island)) writeFileSync(join(root, folder, name), text)
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const fileWith = (text: string) => readdirSync(assets).filter((it) => readFileSync(join(assets, it), 'utf8').includes(text))

  it('is one file for all that it starts with, and another for what it fetches later', async () => {
    const workers = await bundleWorkers(root, assets, ['probe', 'without-a-worker'])
    expect([...workers.keys()]).toEqual(['probe'])
    expect(workers.get('probe')).toMatch(/^probe-worker-\w+\.js$/)
    expect(fileWith('from the core')).toHaveLength(1)
    expect(fileWith('fetched later')).toHaveLength(1)
    expect(fileWith('fetched later')).not.toEqual(fileWith('from the core'))
    // Its own file, the program, and the part.
    expect(readdirSync(assets)).toHaveLength(3)
  })

  it('is asked for by a trusted address, and run in the page from the very same file', async () => {
    const workers = await bundleWorkers(root, assets, ['probe'])
    const { outputFiles } = await build({
      ...common(root),
      entryPoints: [`${folder}/line.ts`],
      write: false,
      plugins: [linkWorkers(root, workers)],
    })
    const text = outputFiles?.[0]?.text ?? ''
    const file = workers.get('probe')
    expect(text).toContain(`createScriptURL(new URL("./${file}",import.meta.url).href)`)
    expect(text).toContain(`import("./${file}")`)
    expect(text).not.toContain('from the core')
  })
})
