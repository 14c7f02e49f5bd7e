import remarkFrontmatter from 'remark-frontmatter'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { readContentFiles } from '@/lib/content/check/files'
import { parseFenceMeta } from '@/lib/markdown/fence'

/** A block of code in a document of the site. */
export type Fence = {
  /** `content/articles/a.mdx:12`, where a failure leads. */
  readonly place: string
  readonly document: string
  readonly language: string
  readonly code: string
  readonly file: string | undefined
  readonly run: boolean
  /** Why it is only parsed, where it says so. */
  readonly parseOnly: string | undefined
}

const reader = unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter).use(remarkMath)

function fencesIn(document: string, text: string): Fence[] {
  const found: Fence[] = []
  visit(reader.parse(text), 'code', ({ lang, meta, value, position }) => {
    const { file, run, check } = parseFenceMeta(meta ?? '').meta
    const place = `content/${document}:${position?.start.line ?? 1}`
    found.push({ place, document, language: lang ?? '', code: value, file, run, parseOnly: check })
  })
  return found
}

const documents = readContentFiles(process.cwd())
  .filter((it) => it.path.endsWith('.mdx'))
  .map(({ path, bytes }) => ({ path, text: new TextDecoder().decode(bytes) }))

/** All code of all documents, drafts included: nothing is published that was not looked at. */
export const fences: readonly Fence[] = documents.flatMap(({ path, text }) => fencesIn(path, text))

/** Documents that promise code which works. */
export const deepDives: ReadonlySet<string> = new Set(
  documents.filter((it) => /^kind: deep-dive$/m.test(it.text)).map((it) => it.path),
)

export const isScript = ({ language }: Fence): boolean => ['ts', 'tsx', 'js'].includes(language)

/** Where a script lies in the little project that its document is; one without a name stands alone. */
export function fileOf(fence: Fence): string {
  const folder = fence.document.replace(/\.mdx$/, '')
  const name = fence.file ?? `alone-${fence.place.split(':').at(-1) ?? ''}.${fence.language}`
  return `${folder}/${name}`
}
