import { build } from 'esbuild'

/** A script that a page can evaluate: the exports of some TypeScript as `model`, and one call of them. */
export async function modelScript(contents: string, call: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'model',
  })
  return `(() => { ${outputFiles[0]?.text ?? ''}; return model.${call} })()`
}
