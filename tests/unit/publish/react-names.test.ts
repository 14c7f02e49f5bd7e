import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { isOfReact, reactNames } from '@/lib/publish/react-names'
import { common } from '@/lib/publish/script-options'

const root = process.cwd()

it('React’s functions are names of their own, those that are used alone', async () => {
  const { outputFiles, metafile } = await build({
    ...common(root),
    write: false,
    stdin: { contents: `import { useState } from 'react'; export const state = () => useState(1)`, resolveDir: root },
    plugins: [reactNames(root)],
  })
  const text = outputFiles?.[0]?.text ?? ''
  const [, name] = /(\w+)=\w+\.default\.useState\b/.exec(text) ?? []
  expect(text).toContain(`=()=>${name}(1)`)
  expect(text).not.toContain('default.useReducer')
  const own = Object.keys(metafile?.inputs ?? {}).filter((it) => !it.includes('node_modules/') && !isOfReact(it))
  expect(own).toEqual(['<stdin>'])
})
