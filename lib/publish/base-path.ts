import { attribute, elements, setAttribute } from './html'
import type { Page, Site } from './site'

const addressAttributes = ['href', 'src', 'action', 'poster', 'data-src'] as const

const prefixed = (address: string, basePath: string): string =>
  address.startsWith('/') && !address.startsWith('//') ? basePath + address : address

/** Moves every address of our own below the path that the site is served from. */
export function prefixAddresses(page: Page, { basePath }: Site): void {
  if (!basePath) return
  for (const element of elements(page.document)) {
    for (const name of addressAttributes) {
      const address = attribute(element, name)
      if (address !== undefined) setAttribute(element, name, prefixed(address, basePath))
    }
    const candidates = attribute(element, 'srcset')
    if (candidates === undefined) continue
    const moved = candidates.split(/,\s+/).map((it) => prefixed(it, basePath))
    setAttribute(element, 'srcset', moved.join(', '))
  }
}
