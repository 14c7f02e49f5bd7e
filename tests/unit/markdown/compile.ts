import { compile, evaluate } from '@mdx-js/mdx'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as runtime from 'react/jsx-runtime'
import { mdxOptions as options } from '@/lib/markdown/mdx-options'
import { takeOutline } from '@/lib/markdown/outline'

/** A body as a page prints it, by the same plugins that Contentlayer runs. */
export async function print(text: string): Promise<string> {
  const { default: Content } = await evaluate(text, { ...options, ...runtime })
  return renderToStaticMarkup(createElement(Content))
}

export async function refusal(text: string): Promise<string> {
  try {
    await compile(text, options)
    return 'not refused'
  } catch (error) {
    const { line, column, reason } = error as { line?: number; column?: number; reason?: string }
    return `${line}:${column} ${reason}`
  }
}

/** The outline is noted by the name of the source file, as Contentlayer gives it. */
export async function outlineOf(text: string) {
  const path = 'articles/test.mdx'
  const named = () => (_: unknown, file: { data: Record<string, unknown> }) => {
    file.data.rawDocumentData = { sourceFilePath: path }
  }
  await compile(text, { ...options, remarkPlugins: [named, ...options.remarkPlugins] })
  return takeOutline(path)
}
