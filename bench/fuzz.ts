import { join } from 'node:path'
import { readFlags } from '@/lib/cli/flags'
import { readContentFiles } from '@/lib/content/check/files'
import { todayInUtc } from '@/lib/content/dates'
import { fuzz } from '@/tests/unit/content/fuzz'

/** `npm run bench -- fuzz --runs 5000 [--seed 1] [--real]`: documents made wrong at random, counted by what becomes of them. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, switches } = readFlags(args, { switches: ['real'], values: ['runs', 'seed'] })
  const runs = Number(values.get('runs')?.at(-1) ?? 1000)
  const seed = Number(values.get('seed')?.at(-1) ?? Math.trunc(Date.now() % 2 ** 31))
  const files = switches.has('real')
    ? readContentFiles(process.cwd())
    : readContentFiles(join(process.cwd(), 'tests', 'fixtures', 'content', 'sound'))
  const started = performance.now()
  const onRun = (done: number) => void (done % 500 === 0 && process.stdout.write(`  ${done} of ${runs}\n`))
  const counts = await fuzz({ files, today: todayInUtc(), seed, runs, onRun })
  process.stdout.write(`\nseed ${seed}: ${runs} mutated documents in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
  process.stdout.write(
    `  ${counts.refused} refused with a place, ${counts.passed} passed, ${counts.compiled} of those compiled as written\n`,
  )
  for (const [rule, count] of [...counts.byRule].toSorted((a, b) => b[1] - a[1]))
    process.stdout.write(`  ${rule.padEnd(20)} ${String(count).padStart(7)}\n`)
  for (const failure of counts.failures) process.stdout.write(`\nFAILED ${failure}\n`)
  if (counts.failures.length > 0) process.exitCode = 1
}
