import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collections } from '@/lib/content/collections'
import { editorFiles, editorSchemas } from '@/lib/content/editor-schemas'
import { printGitHubAnnotations, printProblems } from '@/lib/cli/print-problems'
import { broken, checkWith } from './content-folder'

const vscode = join(import.meta.dirname, '..', '..', '..', '.vscode')

describe('what editors know of the content', () => {
  it('is what the schemas say now (npm run check -- --write-schemas)', () => {
    for (const [name, text] of editorFiles()) expect(readFileSync(join(vscode, name), 'utf8'), name).toBe(text)
  })

  it('has a schema for every collection, with a hint at its fields', () => {
    expect(editorSchemas().map((it) => it.name)).toEqual(expect.arrayContaining(collections.map((it) => it.kind)))
    const article = editorSchemas().find((it) => it.name === 'article')?.schema as {
      properties: Record<string, { description?: string }>
    }
    expect(article.properties.category?.description).toBe('One of content/vocabulary/categories.yaml.')
  })
})

describe('what the check prints', () => {
  const { problems, texts } = checkWith(...broken)

  it('is read back by the problem matcher of the editor, every problem', () => {
    const { tasks } = JSON.parse(readFileSync(join(vscode, 'tasks.json'), 'utf8')) as {
      tasks: [{ problemMatcher: { pattern: { regexp: string } } }]
    }
    const pattern = new RegExp(tasks[0].problemMatcher.pattern.regexp)
    const found = printProblems(problems, texts)
      .split('\n')
      .flatMap((row) => pattern.exec(row)?.slice(1, 5).join(' ') ?? [])
    expect(found.toSorted()).toEqual(problems.map((it) => `${it.file} ${it.line} ${it.column} ${it.rule}`).toSorted())
  })

  it('shows the line and points at the place', () => {
    const [problem] = problems.filter((it) => it.file.endsWith('field-value.mdx'))
    expect(printProblems(problem ? [problem] : [], texts)).toBe(
      'content/articles/field-value.mdx:7:7  field-value  kind is "artcle"; allowed: article, deep-dive; did you mean "article"?\n       7 | kind: artcle\n                 ^\n\n',
    )
  })

  it('becomes annotations in a workflow, with nothing left that a command could be hidden in', () => {
    const annotation = printGitHubAnnotations([
      { file: 'content/a,b.mdx', line: 1, column: 2, rule: 'mdx', found: '50%\n::set-output' },
    ])
    expect(annotation).toBe('::error file=content/a%2Cb.mdx,line=1,col=2,title=mdx::50%25%0A::set-output\n')
  })
})
