import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Measured, measureNode, median, printTable } from './measure'
import { writeSyntheticArticles } from './synthetic'
import { makeWorkshop } from './workshop'

/** What `npm run check` runs. */
const command = [join('lib', 'cli', 'bootstrap.mjs'), 'check']
const rounds = 3
const limit = '3 s'

/** Everything that a check leaves for the next: a fresh clone has none of it. */
const remembered = ['.build', '.contentlayer']

const row = (name: string, all: readonly Measured[]): string[] => [
  name,
  `${median(all.map((it) => it.seconds)).toFixed(2)} s`,
  limit,
  `${Math.max(...all.map((it) => it.peakMegabytes)).toFixed(0)} MB`,
]

async function repeated(workshop: string, before: () => void): Promise<Measured[]> {
  const all: Measured[] = []
  for (let round = 0; round < rounds; round += 1) {
    before()
    all.push(await measureNode(command, workshop))
  }
  return all
}

/** `npm run bench -- check [--articles 200]`: the check of that many articles beside the site's own content. */
export async function run(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--articles')
  const count = at >= 0 ? Number(args[at + 1]) : 200
  const workshop = makeWorkshop(process.cwd(), 'check')
  writeSyntheticArticles(join(workshop, 'content'), count)
  const first = await repeated(workshop, () => {
    for (const folder of remembered) rmSync(join(workshop, folder), { recursive: true, force: true })
  })
  const edited = await repeated(workshop, () =>
    appendFileSync(join(workshop, 'content', 'articles', 'synthetic-00001.mdx'), '\nOne more line.\n'),
  )
  const [said = ''] = first[0]?.output.trim().split('\n').slice(-1) ?? []
  process.stdout.write(`${said}\n\n`)
  printTable(
    ['check', `median of ${rounds}`, 'limit', 'peak memory'],
    [row('nothing remembered', first), row('one document edited', edited)],
  )
  rmSync(workshop, { recursive: true, force: true })
}
