import { attribute, elements, setAttribute } from './html'
import type { Page, Site } from './site'

const addressAttributes = ['href', 'src', 'action', 'poster', 'data-src'] as const

/** Moves every address of our own below the path that the site is served from. */
export function prefixAddresses(page: Page, { basePath }: Site): void {
  if (!basePath) return
  for (const element of elements(page.document))
    for (const name of addressAttributes) {
      const address = attribute(element, name)
      if (address?.startsWith('/') && !address.startsWith('//')) setAttribute(element, name, basePath + address)
    }
}
