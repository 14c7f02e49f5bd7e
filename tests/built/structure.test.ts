import { describe, expect, test } from 'vitest'
import { attribute, type Element, elements } from '@/lib/publish/html'
import { type BuiltPage, builtPages, hasFile, idsOf, linksOf, textIn } from './site'

const pages = [...builtPages().values()]
const onEach = (find: (page: BuiltPage) => readonly string[]): string[] =>
  pages.flatMap((page) => find(page).map((it) => `${page.path} ${it}`))

const headingDepth = ({ tagName }: Element): number => Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0)

describe('every page', () => {
  test('has one first heading, and skips no level below it', () => {
    const faults = onEach((page) => {
      const depths = page.elements.map(headingDepth).filter((it) => it > 0)
      const first = depths.filter((it) => it === 1).length
      const skips = depths.flatMap((depth, index) =>
        index > 0 && depth > (depths[index - 1] ?? 0) + 1 ? [`jumps to h${depth}`] : [],
      )
      return [...(first === 1 && depths[0] === 1 ? [] : [`has ${first} h1`]), ...skips]
    })
    expect(faults).toEqual([])
  })

  test('gives each id once', () => {
    expect(onEach((page) => idsOf(page).filter((id, index, all) => all.indexOf(id) !== index))).toEqual([])
  })

  test('has no empty section, list or table', () => {
    const containers = new Set(['section', 'article', 'ul', 'ol', 'dl', 'table', 'nav', 'main'])
    expect(
      onEach((page) =>
        page.elements
          .filter((it) => containers.has(it.tagName) && textIn(it) === '')
          .map((it) => `<${it.tagName} ${attribute(it, 'class') ?? ''}>`),
      ),
    ).toEqual([])
  })

  test('has sections that hold more than their heading', () => {
    expect(
      onEach((page) =>
        page.elements
          .filter((it) => it.tagName === 'section' && attribute(it, 'aria-labelledby'))
          .filter((it) => {
            const heading = elements(it).find((inner) => headingDepth(inner) > 0)
            return heading !== undefined && textIn(it) === textIn(heading)
          })
          .map((it) => attribute(it, 'aria-labelledby') ?? ''),
      ),
    ).toEqual([])
  })

  test('links only to what was printed, anchors included', () => {
    const byPath = new Map(pages.map((page) => [page.path, new Set(idsOf(page))]))
    const broken = onEach((page) =>
      linksOf(page).filter((link) => {
        const [path = '', anchor] = link.split('#')
        const target = path === '' ? page.path : path
        const ids = byPath.get(target)
        if (!ids) return !hasFile(target)
        // A figure's state travels in the fragment (v=1&s=cold-read): it names no place on the page.
        const isState = anchor?.includes('=')
        return anchor !== undefined && anchor !== '' && !isState && !ids.has(decodeURIComponent(anchor))
      }),
    )
    expect(broken).toEqual([])
  })

  test('names everything it refers to by id', () => {
    const attributes = ['aria-labelledby', 'aria-describedby', 'for', 'popovertarget']
    expect(
      onEach((page) => {
        const ids = new Set(idsOf(page))
        const referred = page.elements.flatMap((it) => attributes.flatMap((name) => attribute(it, name)?.split(' ') ?? []))
        return referred.filter((id) => !ids.has(id))
      }),
    ).toEqual([])
  })

  test('says its language, has a title of its own and a description', () => {
    const titles = pages.map((page) => textIn(page.elements.find((it) => it.tagName === 'title') ?? page.document))
    expect(titles.filter((it, index) => titles.indexOf(it) !== index)).toEqual([])
    expect(
      onEach((page) => {
        const html = page.elements.find((it) => it.tagName === 'html')
        const description = page.elements.find((it) => it.tagName === 'meta' && attribute(it, 'name') === 'description')
        return [
          ...(html && attribute(html, 'lang') === 'en-GB' ? [] : ['no language']),
          ...(description && (attribute(description, 'content') ?? '').length > 20 ? [] : ['no description']),
        ]
      }),
    ).toEqual([])
  })

  test('has no style attribute, no inline handler and no script of the framework', () => {
    expect(
      onEach((page) =>
        page.elements.flatMap((it) =>
          it.attrs
            .filter(({ name, value }) => name === 'style' || name.startsWith('on') || value.startsWith('/_next/'))
            .map(({ name }) => `${it.tagName} ${name}`),
        ),
      ),
    ).toEqual([])
  })
})
