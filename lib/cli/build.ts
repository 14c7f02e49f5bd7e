import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { rememberContent } from '@/lib/cli/content-cache'
import { siteAddress } from '@/lib/cli/site-address'
import { publish, type Report } from '@/lib/publish/publish'
import { PublishError } from '@/lib/publish/site'
import { nameOfSources, noteBuiltFrom } from './built-from'
import { check } from './check'
import { Failure } from './failure'
import { type Ran, runNode } from './processes'

const resolve = createRequire(import.meta.url).resolve

export const contentlayerBin = () => join(resolve('contentlayer2/package.json'), '..', 'bin', 'cli.cjs')
export const nextBin = () => resolve('next/dist/bin/next')

function expectSuccess({ code, output }: Ran, what: string, next: string): void {
  if (code !== 0) throw new Failure(what, next, output)
}

export async function compileContent(root: string): Promise<void> {
  // Contentlayer leaves the compiled form of deleted documents behind.
  await rm(join(root, '.contentlayer', 'generated'), { recursive: true, force: true })
  const ran = await runNode([contentlayerBin(), 'build'], { cwd: root })
  expectSuccess(ran, 'the content does not compile', 'mend the file named above, then run the command again.')
}

/** From MDX to `out/`. A failure anywhere leaves the last good `out/` as it was. */
export async function build(root: string, report: Report): Promise<void> {
  const started = performance.now()
  // Named before it is read: what someone saves during the build is not in it.
  const sources = await nameOfSources(root)
  // Before anything reads the content: what compiles it would also run a front matter that is a program.
  await report.step('check content', () => check(root))
  await report.step('remember unchanged content', () => rememberContent(root))
  await report.step('compile content', () => compileContent(root))
  await report.step('print pages (next build)', async () => {
    await rm(join(root, '.build', 'export'), { recursive: true, force: true })
    const ran = await runNode([nextBin(), 'build'], { cwd: root, env: { NODE_ENV: 'production' } })
    expectSuccess(ran, 'next build', 'mend what is named above, then run the command again.')
  })
  const folders = {
    exported: join(root, '.build', 'export'),
    next: join(root, '.next'),
    staged: join(root, '.build', 'site'),
    compressed: join(root, '.build', 'compressed'),
    out: join(root, 'out'),
  }
  try {
    await publish({ root, folders, ...siteAddress(root) }, report)
  } catch (error) {
    if (error instanceof PublishError) throw new Failure(error.message, 'mend it and build again; out/ is as it was.')
    throw error
  }
  noteBuiltFrom(root, sources)
  process.stdout.write(`\nbuilt out/ in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}
