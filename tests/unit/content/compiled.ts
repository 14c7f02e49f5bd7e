import matter from 'gray-matter'
import { bundleMDX } from 'mdx-bundler'
import { getMDXComponent } from 'mdx-bundler/client'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { parse } from 'yaml'
import { mdxComponentNames } from '@/lib/content/mdx-components'
import { mdxOptions } from '@/lib/markdown/mdx-options'

export type Compiled = { readonly fields: unknown; readonly text: string; readonly headingIds: readonly string[] }

type Plugins = { readonly remarkPlugins?: readonly unknown[]; readonly rehypePlugins?: readonly unknown[] }

const stub = ({ children }: { children?: ReactNode }) => createElement('x', undefined, children)
const components = Object.fromEntries(mdxComponentNames.map((it) => [it, stub]))

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }

/** What Contentlayer makes of a document, step by step: its fields, its compiled body; and the text that a page prints. */
export async function compileDocument(source: string): Promise<Compiled> {
  const { data } = matter(source, { engines: { yaml: (text: string) => parse(text) as object } })
  const { code } = await bundleMDX({
    source,
    mdxOptions: (options: Plugins) => ({
      ...options,
      remarkPlugins: [...(options.remarkPlugins ?? []), ...mdxOptions.remarkPlugins],
      rehypePlugins: [...(options.rehypePlugins ?? []), ...mdxOptions.rehypePlugins],
    }),
  })
  const markup = renderToStaticMarkup(createElement(getMDXComponent(code), { components }))
  const headingIds = [...markup.matchAll(/<h[2-4] id="([^"]*)"/g)].flatMap(([, id]) => id ?? [])
  return {
    fields: data,
    headingIds,
    text: markup.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|#x27);/g, (it) => entities[it] ?? it),
  }
}
