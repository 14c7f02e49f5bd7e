import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Metafile } from 'esbuild'
import { minify, type MinifyOptions } from 'terser'

/**
 * Property names stay as they are: data in pages, messages to workers and links are made of them. Functions stay where they are: folded into
 * their only caller they would be made anew at every call (docs/decisions/0019-two-minifiers.md).
 */
const options: MinifyOptions = { module: true, ecma: 2020, compress: { passes: 2, reduce_funcs: false, keep_fargs: false } }

export async function shrink(script: string): Promise<string> {
  const { code } = await minify(script, options)
  return code ?? script
}

/**
 * A second minifier, over what the bundler wrote, makes what islands download two to three per cent smaller. Files of packages come shrunk,
 * and gain nothing.
 */
export async function shrinkScripts(metafile: Metafile | undefined, folder: string, asTheyAre: readonly string[]): Promise<void> {
  for (const file of Object.keys(metafile?.outputs ?? {}).map((it) => basename(it))) {
    if (asTheyAre.includes(file)) continue
    const path = join(folder, file)
    await writeFile(path, await shrink(await readFile(path, 'utf8')))
  }
}
