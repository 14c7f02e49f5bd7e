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

  it('stand below the base path when the site does', () => {
    expect(headerRules({ scripts: [], styles: [] }, '/portfolio').map((it) => it.pattern)).toEqual([
      '/portfolio/*',
      '/portfolio/assets/*',
      '/portfolio/pictures/*',
    ])
  })
})
