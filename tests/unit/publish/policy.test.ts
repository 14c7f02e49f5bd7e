import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { expect, it } from 'vitest'
import { headerRules } from '@/lib/publish/headers'
import { contentPolicy } from '@/lib/publish/policy'

const inline = { scripts: ['x()'], styles: ['p{}'] }

const findings = (policy: string) =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter((it) => it.severity < Severity.INFO)
    .map((it) => `${it.directive} ${it.value ?? ''}: ${it.description} (${it.severity})`)

it("Google's evaluator finds nothing in the policy, in pages and in headers", () => {
  expect(findings(contentPolicy(inline))).toEqual([])
  expect(findings(headerRules(inline, '')[0]?.headers['Content-Security-Policy'] ?? '')).toEqual([])
})

it('the evaluator would speak up if scripts were let in', () => {
  expect(findings("script-src 'unsafe-inline' *; object-src *")).not.toEqual([])
  expect(findings(contentPolicy(inline).replace("'strict-dynamic' ", ''))).toEqual([
    expect.stringMatching(/'self' can be problematic/),
  ])
})
