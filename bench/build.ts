import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { folderMegabytes, type Measured, measureNode, printTable } from './measure'
import { writeSyntheticArticles } from './synthetic'
import { makeWorkshop } from './workshop'

const buildCommand = ['--import', 'tsx', join('lib', 'cli', 'portfolio.ts'), 'build']

const row = (name: string, { seconds, peakMegabytes }: Measured, workshop: string): string[] => [
  name,
  `${seconds.toFixed(1)} s`,
  `${peakMegabytes.toFixed(0)} MB`,
  `${folderMegabytes(join(workshop, 'out')).toFixed(1)} MB`,
]

/** `npm run bench -- build [--articles 1000]`: whole builds of synthetic articles, cold and after one edit. */
export async function run(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--articles')
  const sizes = at >= 0 ? [Number(args[at + 1])] : [50, 200, 1000]
  const rows: string[][] = []
  for (const size of sizes) {
    const workshop = makeWorkshop(process.cwd(), `build-${size}`)
    writeSyntheticArticles(join(workshop, 'content'), size)
    process.stdout.write(`${size} articles, cold …\n`)
    const cold = await measureNode(buildCommand, workshop)
    rows.push(row(`${size} articles, cold`, cold, workshop))
    appendFileSync(join(workshop, 'content', 'articles', 'synthetic-00001.mdx'), '\nOne more line.\n')
    process.stdout.write(`${size} articles, one edited …\n`)
    const edited = await measureNode(buildCommand, workshop)
    rows.push(row(`${size} articles, one edited`, edited, workshop))
    rmSync(workshop, { recursive: true, force: true })
  }
  process.stdout.write('\n')
  printTable(['build', 'time', 'peak memory', 'out/'], rows)
}
