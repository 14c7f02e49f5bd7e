import { createHash } from 'node:crypto'
import { attribute, elements, insertFirst, makeElement, only, remove, textOf } from './html'
import { type Page, PublishError, type Site } from './site'

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Only our own files, and of inline scripts only those whose hash stands here. */
export function contentPolicy(inlineScripts: readonly string[]): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...inlineScripts.map(sha256)],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'require-trusted-types-for': ["'script'"],
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')
}

/** Puts the policy into the page itself, for hosts without headers, and refuses what it would block. */
export function writePolicy(page: Page, { scripts }: Site): void {
  const inline: string[] = []
  for (const element of elements(page.document)) {
    for (const { name } of element.attrs)
      if (name === 'style' || name.startsWith('on'))
        throw new PublishError(
          `${page.path}: <${element.tagName}> has a ${name} attribute, which the policy forbids: use a class or a listener.`,
        )
    if (element.tagName === 'style') throw new PublishError(`${page.path} has a <style> element, which the policy forbids.`)
    const isInlineProgram = element.tagName === 'script' && attribute(element, 'src') === undefined
    if (isInlineProgram && !/json|speculationrules/.test(attribute(element, 'type') ?? '')) inline.push(textOf(element))
  }
  const unknown = inline.find((it) => it !== scripts.early)
  if (unknown !== undefined)
    throw new PublishError(`${page.path} has an inline script that publishing did not put there: ${unknown.slice(0, 60)}`)
  const head = only(page.document, 'head')
  const policy = makeElement('meta', { 'http-equiv': 'Content-Security-Policy', content: contentPolicy(inline) })
  // The encoding has to stand within the first 1024 bytes, the policy before the first script.
  const encoding = elements(head).find((it) => attribute(it, 'charset') !== undefined)
  if (encoding) remove(encoding)
  insertFirst(head, encoding ? [encoding, policy] : [policy])
}
