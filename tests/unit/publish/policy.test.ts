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

/** The islands' files are let in as our own; the site hosts no JSONP, no AngularJS and nothing that readers upload. */
const known = [expect.stringMatching(/^script-src 'self': 'self' can be problematic/)]

it("Google's evaluator has one thing to say of the policy in pages and in headers: that our own files may run", () => {
  expect(findings(contentPolicy(inline))).toEqual(known)
  expect(findings(headerRules(inline, '')[0]?.headers['Content-Security-Policy'] ?? '')).toEqual(known)
})

it('the evaluator would speak up if scripts were let in', () => {
  expect(findings("script-src 'unsafe-inline' *; object-src *")).not.toEqual([])
})
