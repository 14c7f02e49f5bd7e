import { describe, expect, it } from 'vitest'
import { cloudfrontFunction } from '@/lib/publish/hosts/cloudfront-function'
import { policyOfReleases } from '@/lib/publish/hosts/cloudfront-headers'
import { uploadArguments, uploadGroups } from '@/lib/publish/hosts/upload-groups'
import { headerRules } from '@/lib/publish/headers'
import type { Redirect } from '@/lib/publish/redirects'
import type { Serving } from '@/lib/publish/serving'

const serving: Serving = { basePath: '', rules: headerRules({ scripts: [], styles: [] }, ''), redirects: [] }

describe('the function at the edge', () => {
  it('takes as many redirects as fit, moved pages before guesses', () => {
    const redirects = Array.from({ length: 400 }, (_, at): Redirect => ({
      from: `/a-former-address-${at}/`,
      to: '/writing/',
      status: at < 300 ? 302 : 301,
    }))
    const { code, leftOut } = cloudfrontFunction({ ...serving, redirects }, 'r1')
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(10_240)
    expect(leftOut).toBeGreaterThan(0)
    expect(code).toContain('/a-former-address-399/')
    expect(cloudfrontFunction({ ...serving, redirects: redirects.slice(0, 20) }, 'r1').leftOut).toBe(0)
  })
})

describe('the policy of two releases', () => {
  const policy = (...hashes: string[]) => `default-src 'none'; script-src 'self' ${hashes.join(' ')}; frame-ancestors 'none'`

  it('allows what either needs', () => {
    expect(policyOfReleases([policy("'sha256-a'"), policy("'sha256-b'", "'sha256-a'")])).toBe(policy("'sha256-a'", "'sha256-b'"))
  })

  it('keeps to what holds for every release where all would be too long', () => {
    const many = (name: string) => policy(...Array.from({ length: 20 }, (_, at) => `'sha256-${name.repeat(40)}${at}'`))
    expect(policyOfReleases([many('a')])).toBe(many('a'))
    expect(policyOfReleases([many('a'), many('b')])).toBe("frame-ancestors 'none'")
  })
})

describe('what is uploaded', () => {
  const files = ['index.html', 'index.html.br', 'assets/a-1.css', 'assets/b-1.js', 'CNAME', '_headers', 'cv.pdf', 'a/b.html']
  const groups = uploadGroups(files, serving)

  it('goes by type and caching, hashed files first, host files and compressed copies not at all', () => {
    expect(groups.map((it) => [it.names.join(), it.type, it.caching])).toEqual([
      ['*.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
      ['*.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
      ['CNAME', 'application/octet-stream', 'public, max-age=0, must-revalidate'],
      ['*.html', 'text/html; charset=utf-8', 'public, max-age=0, must-revalidate'],
      ['*.pdf', 'application/pdf', 'public, max-age=0, must-revalidate'],
    ])
    expect(groups.flatMap((it) => uploadArguments(it, serving)).filter((it) => it === '*.br')).toHaveLength(groups.length)
  })
})
