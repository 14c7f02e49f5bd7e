import { describe, expect, it } from 'vitest'
import { deepDives, fences, type Fence, isScript } from './fences'
import { parsers } from './parsers'
import { failuresOfRunning } from './run-code'
import { syntaxErrors, typeErrors } from './type-check'

const scripts = fences.filter(isScript)
const isChecked = (it: Fence) => it.parseOnly === undefined
const sample: Fence = {
  place: 'content/articles/sample.mdx:1',
  document: 'articles/sample.mdx',
  language: 'ts',
  code: '',
  file: undefined,
  run: false,
  parseOnly: undefined,
}

describe('code in documents', () => {
  it('is typed: what is TypeScript or JavaScript passes the strict compiler', () => {
    expect(typeErrors(scripts.filter(isChecked))).toEqual([])
  })

  it('is parsed where it needs packages that are not here, and says which', () => {
    const parsed = scripts.filter((it) => !isChecked(it))
    expect(parsed.filter((it) => !/^parse: \S/.test(it.parseOnly ?? '')).map((it) => it.place)).toEqual([])
    expect(syntaxErrors(parsed)).toEqual([])
  })

  it('runs where it says so, and its assertions hold', () => {
    expect(failuresOfRunning(scripts.filter(isChecked))).toEqual([])
  })

  it('parses by the grammar of its language', async () => {
    const faults: string[] = []
    for (const fence of fences) {
      const fault = await parsers[fence.language]?.(fence.code)
      if (fault !== undefined) faults.push(`${fence.place}: ${fault}`)
    }
    expect(faults).toEqual([])
  })

  it('is proven in every deep dive: at least one file of it is run', () => {
    const documents = new Set(fences.map((it) => it.document))
    const proven = new Set(fences.filter((it) => it.run).map((it) => it.document))
    expect([...documents].filter((it) => deepDives.has(it) && !proven.has(it))).toEqual([])
  })
})

describe('the proof itself', () => {
  it('notices a type error, a failed assertion and a fault of grammar', async () => {
    expect(typeErrors([{ ...sample, code: "export const a: number = 'one'" }])).toEqual([
      "content/articles/sample.mdx:1, line 1 of the code: Type 'string' is not assignable to type 'number'.",
    ])
    expect(
      failuresOfRunning([{ ...sample, run: true, code: "import assert from 'node:assert/strict'\nassert.equal(1, 2)" }]),
    ).toEqual([expect.stringContaining('AssertionError')])
    expect(syntaxErrors([{ ...sample, code: 'const = 1' }])).not.toEqual([])
    const wrong = { sql: 'selct 1', json: '{a}', yaml: 'a: [', css: 'a { b', python: 'def f(:', ruby: 'def f(', html: '<p' }
    for (const [language, code] of Object.entries(wrong)) expect(await parsers[language]?.(code), language).toBeTypeOf('string')
  })

  it('lets the files of one document import each other', () => {
    const a = { ...sample, file: 'src/a.ts', code: 'export const one = 1' }
    const b = { ...sample, file: 'src/b.ts', run: true, code: "import { one } from './a.js'\nif (one !== 1) throw new Error()" }
    expect(typeErrors([a, b])).toEqual([])
    expect(failuresOfRunning([a, b])).toEqual([])
  })
})
