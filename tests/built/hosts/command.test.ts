import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { hosts } from '@/lib/cli/hosts'
import { hashTree } from '@/lib/publish/compare-trees'
import { out } from './built'

function projectAt(site: string): string {
  const root = mkdtempSync(join(tmpdir(), 'hosts-'))
  mkdirSync(join(root, 'content'))
  writeFileSync(join(root, 'content', 'profile.mdx'), `---\nsite: ${site}\n---\n`)
  return root
}

async function run(root: string, ...args: string[]): Promise<void> {
  const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await hosts(root, args)
  } finally {
    spy.mockRestore()
  }
}

describe('npm run hosts', () => {
  it('writes what each host is told beside the site, and nothing into it', async () => {
    const root = projectAt('https://example.org')
    cpSync(out, join(root, 'out'), { recursive: true })
    const before = await hashTree(join(root, 'out'))
    await run(root, '--folder', '/srv/mine')
    const read = (file: string) => readFileSync(join(root, '.build', 'hosts', file), 'utf8')
    expect(readdirSync(join(root, '.build', 'hosts')).toSorted()).toEqual([
      'aws',
      'caddy',
      'cloudflare-pages',
      'docker',
      'netlify',
      'nginx',
      'vercel',
    ])
    expect(read('nginx/site.conf')).toContain('server_name example.org;')
    expect(read('nginx/site.conf')).not.toContain('brotli')
    expect(read('nginx/site-brotli.conf')).toContain('brotli_static on;')
    expect(read('caddy/Caddyfile')).toMatch(/^example\.org \{\n\troot \* \/srv\/mine\n/)
    expect(read('docker/nginx.conf')).toContain('listen 8080;')
    expect(existsSync(join(root, '.build', 'hosts', 'vercel', 'public', 'index.html'))).toBe(true)
    expect(await hashTree(join(root, 'out'))).toEqual(before)
  })

  it('says what is wrong with what it was asked', async () => {
    await expect(run(projectAt('https://example.org'), 'nginx')).rejects.toThrow('there is no built site yet.')
    await expect(run(projectAt('https://example.org'), 'ngnix')).rejects.toThrow('there is no host ngnix.')
  })
})
