import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { listExported } from '@/lib/publish/finish-pages'

it("pages and the owner's own files go on; what only Next's runtime would read stays behind", async () => {
  const exported = mkdtempSync(join(tmpdir(), 'export-'))
  const files = [
    'index.html',
    'index.txt',
    'writing/index.html',
    'writing/index.txt',
    'writing/__next._tree.txt',
    'writing/__next.writing.__PAGE__.txt',
    '404.html',
    '404/index.html',
    '_not-found/index.html',
    '_not-found/index.txt',
    'writing/series/_/index.html',
    'writing/series/_/index.txt',
    '_next/static/chunks/a.js',
    'writing/series/_/index.html',
    'writing/series/_/index.txt',
    'robots.txt',
    'icon.svg',
  ]
  for (const file of files) {
    mkdirSync(dirname(join(exported, file)), { recursive: true })
    writeFileSync(join(exported, file), '')
  }
  const listed = await listExported({ exported, next: '', staged: '', compressed: '', out: '' })
  expect(listed.pages.toSorted()).toEqual(['404.html', 'index.html', 'writing/index.html'])
  expect(listed.files.toSorted()).toEqual(['icon.svg', 'robots.txt'])
})
