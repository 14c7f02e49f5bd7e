import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '@/lib/cli/failure'
import { compareTrees, type Difference, firstDifference, hashTree } from '@/lib/publish/compare-trees'
import { measureNode } from './measure'
import { makeWorkshop } from './workshop'

const buildCommand = ['--import', 'tsx', join('lib', 'cli', 'portfolio.ts'), 'build']

type Built = { readonly name: string; readonly out: string; readonly files: ReadonlyMap<string, string> }

async function build(name: string, workshop: string, env: Record<string, string> = {}): Promise<Built> {
  process.stdout.write(`… ${name}\n`)
  const { seconds } = await measureNode(buildCommand, workshop, env)
  const out = join(workshop, 'out')
  const files = await hashTree(out)
  process.stdout.write(`  ${files.size} files in ${seconds.toFixed(0)} s\n`)
  return { name, out, files }
}

function sayDifference({ file, is }: Difference, before: Built, after: Built): string {
  if (is !== 'changed') return `${file} is ${is}`
  const where = firstDifference(readFileSync(join(before.out, file)), readFileSync(join(after.out, file)))
  return `${file} differs ${where}`
}

/**
 * `npm run bench -- twice`: builds this state of the project three times and says which files differ: again over what
 * the first build left behind, and from nothing in a folder of another name, in another time zone and language.
 */
export async function run(): Promise<void> {
  const [here, there] = ['twice', 'twice-in-another-folder'].map((it) => makeWorkshop(process.cwd(), it))
  if (!here || !there) throw new Failure('no folder to build in could be made.', 'look at .build/bench.')
  const first = await build('from nothing', here)
  const kept = join(here, 'first')
  cpSync(first.out, kept, { recursive: true })
  const again = await build('again, over what the first left behind', here)
  const elsewhere = await build('from nothing, in another folder, time zone and language', there, {
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
  })
  const problems = [again, elsewhere].flatMap((other) =>
    compareTrees(first.files, other.files).map((it) => `${other.name}: ${sayDifference(it, { ...first, out: kept }, other)}`),
  )
  if (problems.length > 0)
    throw new Failure(
      `${problems.length} files are not what they were the first time.`,
      'look for a clock, a random number, an order of files or a path in what wrote them.',
      problems.join('\n'),
    )
  process.stdout.write(`\nthree builds, ${first.files.size} files each: the same bytes\n`)
  for (const it of [here, there]) rmSync(it, { recursive: true, force: true })
}
