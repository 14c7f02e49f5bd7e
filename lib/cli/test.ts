import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from './build'
import { check } from './check'
import { ensureChromium } from './chromium'
import { Failure } from './failure'
import { ensureJava } from './java'
import { runNode } from './processes'
import { progress } from './progress'
import { ensureWebServers } from './web-servers'

const packageFile = (name: string, path: string): string =>
  join(createRequire(import.meta.url).resolve(`${name}/package.json`), '..', path)

type Counts = { readonly passed: number; readonly failed: number }

/** Where each runner leaves its counts, so that the last line can add them up. */
const resultsFolder = (root: string) => join(root, '.build', 'tests')

function readCounts(root: string): Counts {
  const read = (name: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(resultsFolder(root), `${name}.json`), 'utf8')) as Record<string, unknown>
  const vitest = ['unit', 'built'].map(read)
  const { expected = 0, flaky = 0, unexpected = 0 } = read('browser').stats as Record<string, number>
  const sum = (field: string) => vitest.reduce((total, it) => total + Number(it[field] ?? 0), 0)
  return { passed: sum('numPassedTests') + expected + flaky, failed: sum('numFailedTests') + unexpected }
}

/** Everything that has to hold before a change goes out, in the order in which it is cheapest to fail. */
export async function test(root: string, args: readonly string[]): Promise<void> {
  const started = performance.now()
  rmSync(resultsFolder(root), { recursive: true, force: true })
  mkdirSync(resultsFolder(root), { recursive: true })
  const report = progress()
  const tool = (name: string, path: string, toolArgs: string[]) => async () => {
    const { code } = await runNode([packageFile(name, path), ...toolArgs], { cwd: root, show: true })
    if (code !== 0) throw new Failure(`${name} found something wrong.`, 'mend what it names above; run it alone to repeat it.')
  }
  const vitest = (project: string) => {
    const json = `--outputFile.json=${join(resultsFolder(root), `${project}.json`)}`
    return tool('vitest', 'vitest.mjs', ['run', '--project', project, '--reporter=dot', '--reporter=json', json])
  }
  const steps: [string, () => Promise<unknown>][] = [
    ['find Chromium', ensureChromium],
    ['find Java', ensureJava],
    ['find web servers', ensureWebServers],
    ['check formatting', tool('prettier', 'bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])],
    ['lint', tool('eslint', 'bin/eslint.js', ['.', '--max-warnings', '0'])],
    ['check types', tool('typescript', 'bin/tsc', ['--noEmit'])],
    ['unit tests', vitest('unit')],
    ['check content', () => check(root)],
    ['build', () => build(root, report)],
    ['tests of the built site', vitest('built')],
    ['browser tests', tool('@playwright/test', 'cli.js', ['test', ...args])],
  ]
  for (const [index, [name, work]] of steps.entries()) {
    process.stdout.write(`\n[${index + 1}/${steps.length}] ${name}\n`)
    await report.step(name, work)
  }
  const { passed, failed } = readCounts(root)
  process.stdout.write(
    `\neverything holds, in ${((performance.now() - started) / 1000).toFixed(0)} s\n${passed} passed, ${failed} failed\n`,
  )
}
