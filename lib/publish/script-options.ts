import { basename } from 'node:path'
import type { BuildOptions, Metafile } from 'esbuild'
import { PublishError } from './site'

export const common = (root: string): BuildOptions => ({
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022'],
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  metafile: true,
  logLevel: 'silent',
})

export function outputOf(metafile: Metafile | undefined, isEntry: (entry: string) => boolean): string {
  const found = Object.entries(metafile?.outputs ?? {}).find(([, it]) => it.entryPoint && isEntry(it.entryPoint))
  if (!found) throw new PublishError('A script went missing from its own bundle.')
  return basename(found[0])
}
