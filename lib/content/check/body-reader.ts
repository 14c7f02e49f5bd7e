import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** The same syntax that the document is compiled with, so that what is read here is what is printed. */
const reader = unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter).use(remarkGfm).use(remarkMath).freeze()

/** What an address that becomes a link by itself is written with; a reference or a backslash may hide any of it. */
const mayHoldBareLink = /[@&\\]|:\/\/|www\./i

const isAboutBareLinks = (names: object | null | undefined) => Object.keys(names ?? {}).some((it) => /autolink/i.test(it))

/** The syntax of bare links is tried at every letter of a text, and costs half as much as all other syntax together. */
function withoutBareLinks(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().filter(({ enter }) => !isAboutBareLinks(enter)) ?? []
  data.micromarkExtensions =
    data.micromarkExtensions?.map(({ text = {}, ...others }) => {
      const kept = Object.entries(text).map(
        ([code, constructs]) => [code, [constructs ?? []].flat().filter(({ name = '' }) => !name.endsWith('Autolink'))] as const,
      )
      return { ...others, text: Object.fromEntries(kept.filter(([, constructs]) => constructs.length > 0)) }
    }) ?? []
}

const readerWithoutBareLinks = reader().use(withoutBareLinks).freeze()

export const readMarkdown = (text: string): Root => (mayHoldBareLink.test(text) ? reader : readerWithoutBareLinks).parse(text)

/** For the test that holds the short way to the whole syntax. */
export const readWithAllSyntax = (text: string): Root => reader.parse(text)
