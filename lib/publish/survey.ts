import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Folders } from './site'

/** What the pages of one family, taken together, are made of: a style rule that needs anything else is dead for them. */
export type Survey = {
  /** Every character that some page, script or style shows. */
  readonly characters: ReadonlySet<string>
  /** Tags, classes, ids and custom properties, by family of pages. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>
  /** Families with a page that holds an island, whose own script makes more names. */
  readonly withIslands: ReadonlySet<string>
  readonly familyOf: (path: string) => string
}

/**
 * Pages of one family share their inline styles, so that the header's policy lists few hashes and a family's
 * style is parsed the same way on each of its pages. A section with a single page is not worth a hash of its own.
 */
export function familiesOf(pages: readonly string[]): (path: string) => string {
  const section = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : path === 'index.html' ? 'home' : 'rest')
  const sizes = new Map<string, number>()
  for (const page of pages) sizes.set(section(page), (sizes.get(section(page)) ?? 0) + 1)
  return (path) => {
    const own = section(path)
    return own === 'home' || own === 'lab' || (sizes.get(own) ?? 0) > 1 ? own : 'rest'
  }
}

const withoutPrograms = (html: string): string => html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')

/** More names than the page truly uses do no harm: a rule is then kept that could have gone. */
export function namesIn(html: string): string[] {
  const tags = [...html.matchAll(/<([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name.toLowerCase())
  const named = [...html.matchAll(/\s(?:class|id)="([^"]*)"/g)].flatMap(([, value = '']) => decode(value).split(/\s+/))
  const properties = [...html.matchAll(/--[a-zA-Z][\w-]*/g)].map(([name]) => name)
  return [...tags, ...named, ...properties]
}

/** Any word of a script may be the tag or class that it makes. */
export const wordsIn = (script: string): string[] => [...new Set(script.match(/[a-zA-Z_-][\w-]*/g) ?? [])]

const decode = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(
      /&(amp|lt|gt|quot|nbsp);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' })[name] ?? '',
    )

/** Characters as they will be shown: what scripts and styles escape is undone. */
export function charactersIn(text: string): string[] {
  const shown = decode(text)
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\\([0-9a-f]{4,5})\b/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
  return [...new Set(shown)]
}

/** Letters that a reader's own input, a readout or a date can bring up on any page. */
const always = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('') + '\u00a0‘’“”–—…×·−µ'

export async function surveyPages(
  pages: readonly string[],
  { exported }: Pick<Folders, 'exported'>,
  scripts: readonly string[],
): Promise<Survey> {
  const familyOf = familiesOf(pages)
  const characters = new Set(always)
  const names = new Map<string, Set<string>>()
  const withIslands = new Set<string>()
  const fromScripts = scripts.flatMap(wordsIn)
  for (const script of scripts) for (const it of charactersIn(script)) characters.add(it)
  for (const path of pages) {
    const html = withoutPrograms(await readFile(join(exported, path), 'utf8'))
    for (const it of charactersIn(html)) characters.add(it)
    const family = names.get(familyOf(path)) ?? new Set(fromScripts)
    for (const it of namesIn(html)) family.add(it)
    names.set(familyOf(path), family)
    if (html.includes('data-island=')) withIslands.add(familyOf(path))
  }
  return { characters, names, withIslands, familyOf }
}
