import { describe, expect, it } from 'vitest'
import { outlineOf, print, refusal } from './compile'

const fence = (language: string, meta: string, code: string) => `\`\`\`${language} ${meta}\n${code}\n\`\`\``

describe('a code block', () => {
  it('is captioned, told apart by classes, and carries no style attribute', async () => {
    const html = await print(fence('ts', 'file="a.ts" {2}', "const a = 'b' // why\nconst c = 2\nconst d = a\nconst e = c"))
    expect(html).toContain('<span class="code-file">a.ts</span><span class="code-language">TypeScript</span>')
    expect(html).toContain('<span class="k">const</span>')
    expect(html).toContain('<span class="c">// why</span>')
    expect(html).toMatch(/<span class="line marked">/)
    expect(html).not.toContain('style=')
  })

  it('copies as it was written', async () => {
    const code = 'select 1\n\n  from "a<b>"; -- &amp;'
    const html = await print(fence('sql', '', code))
    const [, inner = ''] = /<code>([\s\S]*)<\/code>/.exec(html) ?? []
    const decoded = inner
      .replace(/<[^>]+>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#x27;/g, "'")
      .replace(/&amp;/g, '&')
    expect(decoded).toBe(code)
  })

  it('shows added, removed and faded lines', async () => {
    const html = await print(fence('js', 'add={1} del={2} focus={1-2}', 'a()\nb()\nc()'))
    expect(html).toContain('<span class="line added">')
    expect(html).toContain('<span class="line removed">')
    expect(html).toContain('<span class="line aside">')
  })
})

describe('mathematics', () => {
  it('becomes MathML without a style attribute, in the line and on its own', async () => {
    const html = await print('The rate $\\lambda$ and\n\n$$\nW = \\frac{1}{\\mu - \\lambda}\n$$\n')
    expect(html.match(/<math/g)).toHaveLength(2)
    expect(html).toContain('display="block"')
    expect(html).not.toContain('style=')
  })
})

describe('a picture', () => {
  it('stands where its paragraph stood, and the outline knows it', async () => {
    const text = 'Before.\n\n![Depth over time](depth.png "The queue fills")\n\nAfter.'
    const html = await print(text)
    expect(html).toContain('<img src="depth.png" alt="Depth over time" title="The queue fills"/>')
    expect(html).not.toMatch(/<p>\s*<img/)
    expect((await outlineOf(text)).pictures).toEqual(['depth.png'])
  })
})

describe('an outline', () => {
  it('lists headings with their anchors and never reads # inside a code block', async () => {
    const { headings } = await outlineOf(
      `## One two\n\ntext\n\n${fence('bash', '', '# not a heading')}\n\n### Sub\n\n## One two\n`,
    )
    expect(headings).toEqual([
      { id: 'one-two', depth: 2, text: 'One two' },
      { id: 'sub', depth: 3, text: 'Sub' },
      { id: 'one-two-1', depth: 2, text: 'One two' },
    ])
  })

  it('counts words outside code', async () => {
    expect((await outlineOf(`## A title\n\nfour \`more\` words here\n\n${fence('ts', '', 'const not = counted')}\n`)).words).toBe(
      6,
    )
  })
})

describe('a document is text, never a program', () => {
  it.each([
    ["import x from './x'\n", '1:1 import and export are not allowed in content'],
    ['export const a = 1\n', '1:1 import and export are not allowed in content'],
    ['text\n\n{process.exit()}\n', '3:1 {…} is not allowed in content: write \\{ for a brace'],
    ['a {1 + 1} b\n', '1:3 {…} is not allowed in content: write \\{ for a brace'],
    ['<Mark {...props}>x</Mark>\n', '1:1 a component takes plain text: write name="value"'],
    ['<Mark a={alert(1)}>x</Mark>\n', '1:1 a component takes plain text: write name="value"'],
  ])('%j is refused where it stands', async (text, message) => {
    expect(await refusal(text)).toBe(message)
  })

  it('a comment is allowed', async () => {
    expect(await refusal('{/* a note to myself */}\n')).toBe('not refused')
  })
})
