import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { expect, it } from 'vitest'
import { attribute } from '@/lib/publish/html'
import { headersFor, parseHeadersFile } from '@/lib/publish/headers'
import { basePath, builtPages } from './site'

const header = headersFor(`${basePath}/`, parseHeadersFile(readFileSync(join(process.cwd(), 'out', '_headers'), 'utf8')))[
  'Content-Security-Policy'
]

const policies = [
  ['the header', header ?? ''] as const,
  ...[...builtPages().values()].map(({ path, elements }) => {
    const meta = elements.find((it) => attribute(it, 'http-equiv') === 'Content-Security-Policy')
    return [path, (meta && attribute(meta, 'content')) ?? ''] as const
  }),
]

it("Google's evaluator finds nothing above informational in the policy of any page", () => {
  const findings = policies.flatMap(([where, policy]) =>
    new CspEvaluator(new CspParser(policy).csp)
      .evaluate()
      .filter((it) => it.severity < Severity.INFO)
      .map((it) => `${where}: ${it.directive} ${it.value ?? ''}: ${it.description}`),
  )
  expect(policies.length).toBeGreaterThan(50)
  expect(findings).toEqual([])
})

it('every script with an address of its own would be refused: pages have none', () => {
  const linked = [...builtPages().values()].flatMap(({ path, elements }) =>
    elements
      .filter((it) => it.tagName === 'script' && attribute(it, 'src') !== undefined)
      .map((it) => `${path}: ${attribute(it, 'src')}`),
  )
  expect(linked).toEqual([])
})

it('the header lets in what each page lets in', () => {
  const sourcesOf = (policy: string) => new Set(policy.match(/'sha256-[^']+'/g))
  const known = sourcesOf(header ?? '')
  const unknown = policies.flatMap(([where, policy]) => [...sourcesOf(policy)].filter((it) => !known.has(it)).map(() => where))
  expect(unknown).toEqual([])
})
