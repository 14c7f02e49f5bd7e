import { createRequire } from 'node:module'
import type { Plugin } from 'esbuild'

const namespace = 'react-names'
const entrances = /^(?:react|react\/jsx-runtime)$/

/** What a bundle tells of itself names its files; these hold nothing of ours. */
export const isOfReact = (input: string): boolean => input.startsWith(`${namespace}:`)

/**
 * React is CommonJS: a bundle looks its functions up on an object at every call. Here each is a name of its own, taken from that object once,
 * which is shorter hundreds of times.
 */
export function reactNames(root: string): Plugin {
  const require = createRequire(`${root}/package.json`)
  return {
    name: 'react-names',
    setup: (it) => {
      it.onResolve({ filter: entrances }, ({ path, kind, importer }) =>
        kind === 'import-statement' && !importer.includes('node_modules') ? { path, namespace } : undefined,
      )
      it.onLoad({ filter: /./, namespace }, ({ path }) => {
        const names = Object.keys(require(path) as object).filter((name) => !name.startsWith('__'))
        // Marked as pure, so that a name nobody uses is left out.
        const lines = names.map((name) => `export const ${name} = /* @__PURE__ */ (() => whole.${name})()`)
        return { contents: [`import whole from ${JSON.stringify(require.resolve(path))}`, ...lines].join('\n'), resolveDir: root }
      })
    },
  }
}
