import { dirname, join, relative } from 'node:path'
import type { Plugin } from 'esbuild'

/** Its own resolving of a part comes by here again. */
const asked = Symbol('asked')

/**
 * A part that a program fetches later shares this and that with what is there already. The bundler would cut a file for every set of parts that
 * share something; when each part leans on the whole program, all that is needed from the beginning is one file. `programOf` names the program
 * that a module which fetches something belongs to.
 */
export const keepTogether = (programOf: (importer: string) => string | undefined): Plugin => ({
  name: 'keep-together',
  setup: (it) => {
    const root = it.initialOptions.absWorkingDir ?? process.cwd()
    it.onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir, pluginData }) => {
      const program = kind === 'dynamic-import' && pluginData !== asked ? programOf(importer) : undefined
      if (program === undefined) return undefined
      const part = await it.resolve(path, { kind, importer, resolveDir, pluginData: asked })
      if (part.external || part.errors.length > 0) return part
      // The names of files are made of this path: it is the same wherever the project lies.
      return { path: relative(root, part.path), namespace: 'part', pluginData: program }
    })
    it.onLoad({ filter: /./, namespace: 'part' }, ({ path, pluginData }) => ({
      contents: `import ${JSON.stringify(pluginData)}; export * from ${JSON.stringify(join(root, path))}`,
      resolveDir: dirname(join(root, path)),
    }))
  },
})
