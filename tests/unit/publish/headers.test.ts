import { describe, expect, it } from 'vitest'
import { headerRules, headersFor, parseHeadersFile, printHeadersFile } from '@/lib/publish/headers'
import { contentPolicy } from '@/lib/publish/policy'

const inline = (script: string) => ({ scripts: [script], styles: ['p{margin:0}'] })

describe('headers', () => {
  const rules = headerRules(inline('x()'), '')

  it('are the same after a round through the file that hosts read', () => {
    expect(parseHeadersFile(printHeadersFile(rules))).toEqual(rules)
  })

  it('let hashed files be cached for ever and pages not at all', () => {
    expect(headersFor('/assets/site-abc.css', rules)['Cache-Control']).toBe('public, max-age=31536000, immutable')
    expect(headersFor('/writing/', rules)['Cache-Control']).toBe('public, max-age=0, must-revalidate')
  })

  it('carry the policy, which allows nothing inline but what is hashed, and no foreign origin', () => {
    const policy = headersFor('/', rules)['Content-Security-Policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|http|\*/)
    expect(policy.startsWith(contentPolicy(inline('x()')))).toBe(true)
    expect(contentPolicy(inline('x()'))).not.toBe(contentPolicy(inline('y()')))
  })

  it('say each thing once for an address, because hosts join what several rules say', () => {
    const said = rules
      .filter((it) => '/assets/a.css'.startsWith(it.pattern.slice(0, -1)))
      .flatMap((it) => Object.keys(it.headers))
    expect(said).toEqual([...new Set(said)])
    const twice = [...rules, { pattern: '/assets/fonts/*', headers: { 'Cache-Control': 'no-store' } }]
    expect(() => printHeadersFile(twice)).toThrow('Cache-Control is set for /assets/* and for /assets/fonts/*')
  })

  it('fail the build when they are more than hosts read', () => {
    const long = headerRules({ scripts: Array.from({ length: 40 }, (_, at) => `x(${at})`), styles: [] }, '')
    expect(() => printHeadersFile(long)).toThrow(
      /Content-Security-Policy.* is 2\d{3} characters; a line of _headers may have 2000/,
    )
    const many = Array.from({ length: 101 }, (_, at) => ({ pattern: `/${at}/*`, headers: { 'X-Robots-Tag': 'noindex' } }))
    expect(() => printHeadersFile(many)).toThrow('_headers has 101 rules; hosts read 100.')
  })

  it('stand below the base path when the site does', () => {
    expect(headerRules({ scripts: [], styles: [] }, '/portfolio').map((it) => it.pattern)).toEqual([
      '/portfolio/*',
      '/portfolio/assets/*',
      '/portfolio/pictures/*',
    ])
  })
})
