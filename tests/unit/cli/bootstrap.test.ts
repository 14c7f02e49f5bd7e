import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkWithSchemas } from '@/lib/cli/check-project'

const bootstrap = join('lib', 'cli', 'bootstrap.mjs')

function clone(): string {
  const root = mkdtempSync(join(tmpdir(), 'clone-'))
  mkdirSync(join(root, 'lib', 'cli'), { recursive: true })
  for (const file of ['package.json', 'package-lock.json', bootstrap]) cpSync(file, join(root, file))
  return root
}

describe('before anything is installed', () => {
  it('an old Node is told what is needed and where to get it', () => {
    const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.1"})'
    const { status, stderr } = spawnSync(process.execPath, ['--import', old, bootstrap, 'start'], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toContain('this needs Node 20.19 or newer, and this is Node 18.20.1')
    expect(stderr).toContain('next: install a current Node')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('a machine without network is told so, and nothing half-installed passes for installed', () => {
    const root = clone()
    const { status, stderr } = spawnSync(process.execPath, [bootstrap, 'start'], {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        npm_config_registry: 'http://127.0.0.1:9/',
        npm_config_cache: join(root, 'cache'),
        npm_config_fetch_retries: '0',
      },
    })
    expect(status).toBe(1)
    expect(stderr).toContain('the npm registry cannot be reached')
    expect(stderr).toContain('next: check the network')
    expect(existsSync(join(root, 'node_modules', '.installed-lock'))).toBe(false)
  })
})

it('the check that is run from a few files says what the check says', async () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [bootstrap, 'check', ...args], { encoding: 'utf8' })
  const { counts, problems } = await checkWithSchemas(process.cwd())
  expect(JSON.parse(run('--json').stdout)).toEqual({ counts, problems })
  expect(run('--jsn')).toMatchObject({ status: 1, stderr: expect.stringContaining('did you mean --json?') as string })
  expect(run('articles')).toMatchObject({ status: 1, stderr: expect.stringContaining('takes no "articles"') as string })
})
