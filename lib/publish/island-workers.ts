import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { keepTogether } from './keep-together'
import { common, outputOf } from './script-options'
import { shrinkScripts } from './shrink-scripts'

const islandsFolder = 'components/islands'
const workerAddress = "new URL('./worker.ts', import.meta.url)"

/** The worker of an island stands beside it as `worker.ts`, and is a program of its own. Island by island, the name of its file. */
export async function bundleWorkers(
  root: string,
  assetsFolder: string,
  islands: readonly string[],
): Promise<Map<string, string>> {
  const own = islands.filter((it) => existsSync(join(root, islandsFolder, it, 'worker.ts')))
  return new Map(await Promise.all(own.map(async (it) => [it, await bundleWorker(root, assetsFolder, it)] as const)))
}

async function bundleWorker(root: string, assetsFolder: string, island: string): Promise<string> {
  const entry = `${islandsFolder}/${island}/worker.ts`
  const { metafile } = await build({
    ...common(root),
    splitting: true,
    outdir: assetsFolder,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    entryPoints: [{ in: entry, out: `${island}-worker` }],
    plugins: [keepTogether(() => join(root, entry))],
  })
  await shrinkScripts(metafile, assetsFolder, [])
  return outputOf(metafile, (it) => it === entry)
}

/**
 * Where an island asks for its worker it gets the published file, as the trusted address that the policy wants; where it imports the worker to
 * run it in the page, the very same file. In development the bundler understands the same words by itself.
 */
export function linkWorkers(root: string, workers: ReadonlyMap<string, string>): Plugin {
  const islandOf = (path: string) => relative(join(root, islandsFolder), path).split(sep)[0] ?? ''
  return {
    name: 'workers',
    setup: (it) => {
      it.onResolve({ filter: /^\.\/worker$/ }, ({ importer }) => {
        const file = workers.get(islandOf(importer))
        return file === undefined ? undefined : { path: `./${file}`, external: true }
      })
      it.onLoad({ filter: /components\/islands\/[a-z0-9-]+\/.*\.tsx?$/ }, async ({ path }) => {
        const file = workers.get(islandOf(path))
        const contents = file === undefined ? '' : await readFile(path, 'utf8')
        if (!contents.includes(workerAddress)) return undefined
        const policy = `(globalThis.trustedTypes?.createPolicy('${islandOf(path)}-worker', { createScriptURL: (it) => it }) ?? { createScriptURL: (it) => it })`
        const address = `${policy}.createScriptURL(new URL('./${file}', import.meta.url).href)`
        return { contents: contents.replace(workerAddress, address), loader: path.endsWith('x') ? 'tsx' : 'ts' }
      })
    },
  }
}
