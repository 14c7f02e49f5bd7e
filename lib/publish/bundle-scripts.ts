import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { bundleWorkers, linkWorkers } from './island-workers'
import { keepTogether } from './keep-together'
import { isOfReact, reactNames } from './react-names'
import { common, outputOf } from './script-options'
import { shrinkScripts } from './shrink-scripts'
import type { Scripts } from './site'
import { speculationRules } from './speculation'
import { summon } from './summon'

const islandsFolder = 'components/islands'

/** An island is a folder with an `island.tsx`: nothing is registered twice. */
export function findIslands(root: string): string[] {
  return readdirSync(join(root, islandsFolder), { withFileTypes: true })
    .filter((it) => it.isDirectory() && existsSync(join(root, islandsFolder, it.name, 'island.tsx')))
    .map((it) => it.name)
    .toSorted()
}

/** `retry-amplification` exports `RetryAmplification`. */
export const componentName = (island: string): string =>
  island.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** Finds each island of the page and hydrates it alone, when it comes near the viewport. */
function loaderSource(islands: readonly string[]): string {
  const table = islands.map((it) => `${JSON.stringify(it)}: () => import(${JSON.stringify(`island:${it}`)})`)
  return `
    const islands = { ${table.join(', ')} };
    const wake = async (element) => {
      const { hydrate } = await islands[element.dataset.island]();
      hydrate(element, JSON.parse(element.dataset.props));
    };
    // An island's own box does not exist (display: contents): its first child is what comes into view.
    const watcher = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) { watcher.unobserve(target); wake(target.parentElement); }
    }, { rootMargin: '400px' });
    const begin = () => {
      for (const element of document.querySelectorAll('[data-island]')) watcher.observe(element.firstElementChild);
    };
    // A script that another one adds waits for nothing: the islands below may not have been parsed.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
    else begin();
  `
}

function islandSource(island: string): string {
  const name = componentName(island)
  return `
    import { startTransition } from 'react';
    import { hydrateRoot } from 'react-dom/client';
    import { jsx } from 'react/jsx-runtime';
    import { ${name} } from './${islandsFolder}/${island}/island';
    // In slices, between which the page answers: left to itself React comes to life in one task.
    export const hydrate = (element, props) => startTransition(() => void hydrateRoot(element, jsx(${name}, props)));
  `
}

/** What an island fetches later leans on the island. */
function islandWith(root: string, file: string): string | undefined {
  const [island, ...inside] = relative(join(root, islandsFolder), file).split(sep)
  return island === '..' || inside.length === 0 ? undefined : join(root, islandsFolder, island!, 'island.tsx')
}

async function bundleEarly(root: string): Promise<string> {
  const options = { ...common(root), format: 'iife' as const, write: false as const }
  const { outputFiles } = await build({ ...options, entryPoints: ['components/enhance/early.ts'] })
  return outputFiles?.[0]?.text.trim() ?? ''
}

/** An entry's own file and all that it imports, directly or through others. */
function filesOf(metafile: Metafile | undefined, entryPoint: string): string[] {
  const outputs = metafile?.outputs ?? {}
  const pending = Object.keys(outputs).filter((it) => outputs[it]?.entryPoint === entryPoint)
  const found = new Set<string>()
  for (let file = pending.pop(); file; file = pending.pop()) {
    if (found.has(file)) continue
    found.add(file)
    pending.push(...(outputs[file]?.imports ?? []).filter((it) => it.kind === 'import-statement').map((it) => it.path))
  }
  return [...found].map((it) => basename(it)).toSorted()
}

/** Files that hold nothing but packages: what they name are not our classes. */
const libraryFiles = (metafile: Metafile | undefined): string[] =>
  Object.entries(metafile?.outputs ?? {})
    .filter(([, { inputs }]) => Object.keys(inputs).every((it) => it.includes('node_modules/') || isOfReact(it)))
    .map(([path]) => basename(path))

/** A script as small as this costs less in every page than a request of its own. */
const smallEnough = 8 * 1024

async function inlineWhenSmall(metafile: Metafile | undefined, assetsFolder: string): Promise<Scripts['enhance']> {
  const file = outputOf(metafile, (it) => it.endsWith('enhance.ts'))
  const { bytes = 0, imports = [] } = Object.entries(metafile?.outputs ?? {}).find(([path]) => basename(path) === file)?.[1] ?? {}
  // What imports a part of itself by its address has to have an address.
  if (imports.length > 0 || bytes > smallEnough) return { file }
  const inline = (await readFile(join(assetsFolder, file), 'utf8')).trim()
  await rm(join(assetsFolder, file))
  return { inline }
}

/** Everything a published page may run: three entries and what they share, named by their content. */
export async function bundleScripts(root: string, assetsFolder: string, basePath = ''): Promise<Scripts> {
  await mkdir(assetsFolder, { recursive: true })
  const islands = findIslands(root)
  const workers = await bundleWorkers(root, assetsFolder, islands)
  const virtual = /^(?:islands|island:.+)$/
  const { metafile } = await build({
    ...common(root),
    splitting: true,
    outdir: assetsFolder,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    entryPoints: [
      { in: 'components/enhance/enhance.ts', out: 'enhance' },
      { in: 'islands', out: 'islands' },
    ],
    plugins: [
      linkWorkers(root, workers),
      reactNames(root),
      keepTogether((importer) => islandWith(root, importer)),
      {
        name: 'islands',
        setup: (it) => {
          it.onResolve({ filter: virtual }, ({ path }) => ({ path, namespace: 'islands' }))
          it.onLoad({ filter: virtual, namespace: 'islands' }, ({ path }) => ({
            contents: path === 'islands' ? loaderSource(islands) : islandSource(path.replace('island:', '')),
            loader: 'ts',
            resolveDir: root,
          }))
        },
      },
    ],
  })
  const packages = libraryFiles(metafile)
  await shrinkScripts(metafile, assetsFolder, packages)
  return {
    early: await bundleEarly(root),
    speculation: speculationRules(basePath),
    enhance: await inlineWhenSmall(metafile, assetsFolder),
    islands: summon(
      outputOf(metafile, (it) => it === 'islands:islands'),
      basePath,
    ),
    islandNames: islands,
    islandFiles: Object.fromEntries(islands.map((it) => [it, filesOf(metafile, `islands:island:${it}`)])),
    libraryFiles: packages,
  }
}
