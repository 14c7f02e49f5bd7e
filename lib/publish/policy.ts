import { createHash } from 'node:crypto'
import { attribute, elements, insertFirst, makeElement, only, remove, textOf } from './html'
import { inlineScripts } from './link-scripts'
import { type Page, PublishError, type Site } from './site'

/** What stands in a page itself: only what is listed here may run or be applied. */
export type Inline = { readonly scripts: readonly string[]; readonly styles: readonly string[] }

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Only our own files, and of what is inline only that whose hash stands here. */
export function contentPolicy({ scripts, styles }: Inline): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    // Browsers that know 'strict-dynamic' ignore 'self'; the few that do not need it.
    'script-src': ["'strict-dynamic'", ...scripts.map(sha256), "'self'"],
    'style-src': ["'self'", ...styles.map(sha256)],
    'img-src': ["'self'"],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'require-trusted-types-for': ["'script'"],
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')
}

/** Data for machines (JSON-LD) is never run; speculation rules are data too, but the policy asks for their hash. */
const isData = (type: string | undefined): boolean => /json/.test(type ?? '')

function refuseAttributes(page: Page): void {
  for (const element of elements(page.document))
    for (const { name } of element.attrs)
      if (name === 'style' || name.startsWith('on'))
        throw new PublishError(
          `${page.path}: <${element.tagName}> has a ${name} attribute, which the policy forbids: use a class or a listener.`,
        )
}

function inlineOf(page: Page): Inline {
  const all = elements(page.document)
  const programs = all.filter(
    (it) => it.tagName === 'script' && attribute(it, 'src') === undefined && !isData(attribute(it, 'type')),
  )
  return { scripts: programs.map(textOf), styles: all.filter((it) => it.tagName === 'style').map(textOf) }
}

/** Puts the policy into the page itself, for hosts without headers, and refuses what it would block. */
export function writePolicy(page: Page, site: Site): void {
  refuseAttributes(page)
  const inline = inlineOf(page)
  const { opening, rest } = site.styles.inlineFor(page.path) ?? { opening: [], rest: [] }
  const unknownStyle = inline.styles.find((it) => ![...opening, ...rest].includes(it))
  if (unknownStyle !== undefined)
    throw new PublishError(
      `${page.path} has a <style> element that publishing did not put there, which the policy forbids: ${unknownStyle.slice(0, 60)}`,
    )
  const allowed = inlineScripts(site)
  const unknown = inline.scripts.find((it) => !allowed.includes(it))
  if (unknown !== undefined)
    throw new PublishError(`${page.path} has an inline script that publishing did not put there: ${unknown.slice(0, 60)}`)
  const head = only(page.document, 'head')
  const policy = makeElement('meta', { 'http-equiv': 'Content-Security-Policy', content: contentPolicy(inline) })
  // The encoding has to stand within the first 1024 bytes, the policy before the first script.
  const encoding = elements(head).find((it) => attribute(it, 'charset') !== undefined)
  if (encoding) remove(encoding)
  insertFirst(head, encoding ? [encoding, policy] : [policy])
}
