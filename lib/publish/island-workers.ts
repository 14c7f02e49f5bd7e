import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { common, outputOf } from './script-options'

const islandsFolder = 'components/islands'
const workerAddress = "new URL('./worker.ts', import.meta.url)"

/** The worker of an island stands beside it as `worker.ts`, and is a program of its own. Island by island, the name of its file. */
export async function bundleWorkers(
  root: string,
  assetsFolder: string,
  islands: readonly string[],
): Promise<Map<string, string>> {
  const own = islands.filter((it) => existsSync(join(root, islandsFolder, it, 'worker.ts')))
  if (own.length === 0) return new Map()
  const { metafile } = await build({
    ...common(root),
    splitting: true,
    outdir: assetsFolder,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    entryPoints: own.map((it) => ({ in: `${islandsFolder}/${it}/worker.ts`, out: `${it}-worker` })),
  })
  return new Map(own.map((it) => [it, outputOf(metafile, (entry) => entry === `${islandsFolder}/${it}/worker.ts`)]))
}

/**
 * Where an island asks for its worker it gets the published file, as the trusted address that the policy wants. In development the bundler
 * understands the same words by itself.
 */
export function linkWorkers(root: string, workers: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'workers',
    setup: (it) =>
      it.onLoad({ filter: /components\/islands\/[a-z0-9-]+\/.*\.tsx?$/ }, async ({ path }) => {
        const island = relative(join(root, islandsFolder), path).split(sep)[0] ?? ''
        const file = workers.get(island)
        const contents = file === undefined ? '' : await readFile(path, 'utf8')
        if (!contents.includes(workerAddress)) return undefined
        const policy = `(globalThis.trustedTypes?.createPolicy('${island}-worker', { createScriptURL: (it) => it }) ?? { createScriptURL: (it) => it })`
        const address = `${policy}.createScriptURL(new URL('./${file}', import.meta.url).href)`
        return { contents: contents.replace(workerAddress, address), loader: path.endsWith('x') ? 'tsx' : 'ts' }
      }),
  }
}
