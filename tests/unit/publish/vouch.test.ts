import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refuseUnknownClientModules } from '@/lib/publish/vouch'

const island = '[project]/components/islands/retry-amplification/island.tsx'
const framework = '[project]/node_modules/next/dist/esm/client/components/layout-router.js'

function nextFolderWith(modules: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'next-'))
  const page = join(folder, 'server', 'app', 'writing')
  mkdirSync(page, { recursive: true })
  const clientModules = Object.fromEntries(modules.map((name, id) => [name, { id, name: '*', chunks: [] }]))
  writeFileSync(
    join(page, 'page_client-reference-manifest.js'),
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["/writing/page"] = ${JSON.stringify({ clientModules })};`,
  )
  return folder
}

describe('client components', () => {
  it('that are islands or parts of Next itself pass', () => {
    expect(() => refuseUnknownClientModules(nextFolderWith([framework, island]), ['retry-amplification'])).not.toThrow()
  })

  it('that are no island are refused, with the file and the page', () => {
    const stray = nextFolderWith([framework, '[project]/components/site/menu.tsx'])
    expect(() => refuseUnknownClientModules(stray, ['retry-amplification'])).toThrow(
      /components\/site\/menu\.tsx is a client component on writing, but no island/,
    )
  })

  it("that come from Next's own helpers are refused too: they need its runtime", () => {
    const link = nextFolderWith(['[project]/node_modules/next/dist/client/app-dir/link.js'])
    expect(() => refuseUnknownClientModules(link, [])).toThrow(/app-dir\/link\.js/)
  })

  it('cannot be vouched for when Next leaves no lists', () => {
    const folder = mkdtempSync(join(tmpdir(), 'next-'))
    mkdirSync(join(folder, 'server', 'app'), { recursive: true })
    expect(() => refuseUnknownClientModules(folder, [])).toThrow(/nothing can be vouched for/)
  })
})
