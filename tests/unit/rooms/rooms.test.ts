import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const linter = new ESLint()

/** What the linter says of imports in a file that would lie at `path`. */
async function importFaults(path: string, text: string): Promise<string[]> {
  const [result] = await linter.lintText(text, { filePath: path })
  return (result?.messages ?? []).filter((it) => it.ruleId === 'no-restricted-imports').map((it) => it.message)
}

describe('the arrows between rooms', () => {
  it.each([
    ['lib/design/contrast.ts', "import { Shell } from '@/components/site/shell'", 'lib/design may import only'],
    ['lib/content/store.ts', "import { useState } from 'react'", 'lib/content never touches react'],
    ['lib/content/store.ts', "import { publish } from '@/lib/publish/publish'", 'lib/content may import only'],
    ['lib/reliability/amplification.ts', "import fs from 'node:fs'", 'lib/reliability never touches node:'],
    ['app/page.tsx', "import { publish } from '@/lib/publish/publish'", 'app may import only'],
    ['app/page.tsx', "import { readFileSync } from 'node:fs'", 'app never touches node:'],
    ['components/site/bar.tsx', "import Page from '@/app/page'", 'components may import only'],
    ['lib/publish/swap.ts', "import { Shell } from '@/components/site/shell'", 'lib/publish may import only'],
    ['lib/markdown/fence.ts', "import { x } from '../content/store'", 'A relative path stays inside its own folder'],
  ])('%s must not say %s', async (path, text, message) => {
    expect((await importFaults(path, `${text}\n`)).join('\n')).toContain(message)
  })

  it.each([
    ['app/page.tsx', "import { Shell } from '@/components/site/shell'"],
    ['components/site/shell.tsx', "import { profile } from '@/lib/content/site'"],
    ['lib/cli/build.ts', "import { publish } from '@/lib/publish/publish'"],
    ['lib/publish/swap.ts', "import { rename } from 'node:fs/promises'"],
  ])('%s may say %s', async (path, text) => {
    expect(await importFaults(path, `${text}\n`)).toEqual([])
  })
})
