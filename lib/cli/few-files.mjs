import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

/** What the files are made of, so that yesterday's sources are never run. */
function hashOfSources(root) {
  const sources = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter((it) => /\.(?:ts|json)$/.test(it))
  const hash = createHash('sha1')
  for (const file of [...sources.sort().map((it) => join('lib', it)), 'package-lock.json', 'tsconfig.json'])
    hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Our own code in a few files of JavaScript, made once for each state of it; packages stay where they are. Returns the entry. */
export async function inFewFiles(root, source) {
  const all = join(root, '.build', 'command')
  const made = join(all, hashOfSources(root))
  if (!existsSync(made)) {
    const outdir = `${made}.${process.pid}`
    await build({
      entryPoints: [source],
      absWorkingDir: root,
      outdir,
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outExtension: { '.js': '.mjs' },
      sourcemap: true,
    })
    putInPlace(outdir, made)
    for (const it of readdirSync(all)) if (it !== basename(made) && !it.includes('.')) rmSync(join(all, it), { recursive: true })
  }
  return join(made, basename(source).replace(/\.ts$/, '.mjs'))
}

/** Whole or not at all: another command may make the same at this moment, and it is as good. */
function putInPlace(folder, made) {
  try {
    renameSync(folder, made)
  } catch (error) {
    if (!existsSync(made)) throw error
    rmSync(folder, { recursive: true })
  }
}
