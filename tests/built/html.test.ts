import { spawnSync } from 'node:child_process'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { checkerJar, findJava } from '@/lib/cli/java'

type Message = {
  readonly url?: string
  readonly type: string
  readonly lastLine?: number
  readonly message: string
  readonly extract?: string
}

const out = join(process.cwd(), 'out')

/**
 * A file has no origin that the policy's 'self' could mean, so the checker takes each script for a foreign one. What the
 * policy does to a served page is seen by a browser (tests/e2e/site.ts).
 */
const isOfFilesOnly = ({ message }: Message): boolean =>
  message.startsWith('Resource violates Content Security Policy') && message.includes('“/')

/** Linked data is never run, so no policy applies to it (HTML, "prepare the script element": a data block ends before). */
const isOfData = ({ message, extract = '' }: Message): boolean =>
  message.startsWith('Inline script violates Content Security Policy') && extract.includes('application/ld+json')

/**
 * Styles stand in the pages, and the checker's list of CSS ends before container queries, @property and view
 * transitions. What a browser does not know there it passes over, and what it does know is seen in the browser tests.
 */
const isOfStyles = ({ message }: Message): boolean => message.startsWith('CSS:')

/** It knows `rel="expect"`, but not yet that HTML lets it block rendering, which is what it is there for. */
const isOfExpected = ({ message, extract = '' }: Message): boolean =>
  message.startsWith('A “link” element with a “blocking” attribute must') && extract.includes('rel="expect"')

/** It guesses the language by all text, which styles in the body are as well: on short pages CSS passes for Danish. */
const isOfGuesses = ({ message }: Message): boolean => message.startsWith('This document appears to be written in')

const isPassedOver = (it: Message): boolean =>
  [isOfFilesOnly, isOfData, isOfStyles, isOfExpected, isOfGuesses].some((is) => is(it))

const said = ({ url = '', lastLine, message, extract = '' }: Message): string =>
  `${url.startsWith('file:') ? relative(out, fileURLToPath(url)) : url}:${lastLine ?? ''} ${message} ${extract.trim().replace(/\s+/g, ' ')}`

let messages: readonly Message[] | undefined

beforeAll(() => {
  const java = findJava()
  if (!java) throw new Error('There is no Java to run the HTML checker on: `npm test` finds or installs one.')
  // One process for all pages: starting the checker takes longer than checking a page.
  const args = ['-jar', checkerJar, '--skip-non-html', '--format', 'json', '--exit-zero-always', out]
  const { status, stderr } = spawnSync(java, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  if (status !== 0) throw new Error(`The HTML checker did not run: ${stderr.slice(-2000)}`)
  messages = (JSON.parse(stderr) as { messages: Message[] }).messages
}, 600_000)

test('the HTML checker has no error and no warning for any page', () => {
  expect(messages?.filter((it) => !isPassedOver(it)).map(said)).toEqual([])
})

test('the HTML checker would say so if there were one', () => {
  const java = findJava() ?? 'java'
  const page = '<!DOCTYPE html><html lang="en"><title>T</title><p><div>in a paragraph</div></p>'
  const { status, stderr } = spawnSync(java, ['-jar', checkerJar, '-'], { encoding: 'utf8', input: page })
  expect(status).toBe(1)
  expect(stderr).toContain('No “p” element in scope')
}, 600_000)
