import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import postcss from 'postcss'
import { elements, parseHtml, textOf } from '@/lib/publish/html'
import { selectorTest } from '@/lib/publish/used-styles'

function selectorsIn(css: string): string[] {
  const selectors: string[] = []
  postcss.parse(css).walkRules((rule) => {
    const { parent } = rule
    if (!(parent?.type === 'atrule' && 'name' in parent && String(parent.name).endsWith('keyframes')))
      selectors.push(...rule.selectors)
  })
  return selectors
}

let known: ReadonlyMap<string, ReturnType<typeof selectorTest>> | undefined

/** Every selector of the site's styles. Each page carries some of the same few parts. */
function everySelector(): NonNullable<typeof known> {
  if (known) return known
  const pages = readdirSync('out', { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.html'))
  const sheets = new Set<string>()
  for (const path of pages)
    for (const it of elements(parseHtml(readFileSync(join('out', path), 'utf8'))))
      if (it.tagName === 'style') sheets.add(textOf(it))
  return (known = new Map([...sheets].flatMap(selectorsIn).map((it) => [it, selectorTest(it)])))
}

/** Rules that could hold for what stands on the page by now, whoever made it, and that the page does not carry. */
export async function missingRules(page: Page): Promise<string[]> {
  const { names, css } = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    const named = (of: Element) => [
      of.tagName.toLowerCase(),
      ...[...of.classList].map((it) => `.${it}`),
      ...(of.id ? [`#${of.id}`] : []),
      ...(of.hasAttribute('type') ? [`type=${of.getAttribute('type')}`] : []),
    ]
    return {
      names: [...new Set(all.flatMap(named))],
      css: all.filter((it) => it.tagName.toLowerCase() === 'style').map((it) => it.textContent ?? ''),
    }
  })
  const own = new Set(css.flatMap(selectorsIn))
  const there = new Set(names)
  return [...everySelector()].filter(([selector, could]) => !own.has(selector) && could(there)).map(([selector]) => selector)
}
