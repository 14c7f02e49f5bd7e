import { elements, insertBeforeFoot, makeElement, textOf } from './html'
import type { Page, Site } from './site'

/** A script that only some pages run: its file below `assets/`, and the inline script that fetches it. */
export type Summoned = { readonly file: string; readonly inline: string }

/**
 * The policy names scripts by hash and trusts what they add (`strict-dynamic`), since `'self'` would run any file of the
 * origin. A browser that knows no hashes of files would refuse `<script src>` under it; all of them let a script that
 * they trust add another. The Trusted Types policy knows one address and returns no other.
 */
export function summon(file: string, basePath: string): Summoned {
  const address = JSON.stringify(`${basePath}/assets/${file}`)
  const inline =
    `{const s=document.createElement("script"),a=${address};s.type="module";` +
    `s.src=self.trustedTypes?trustedTypes.createPolicy(a,{createScriptURL:()=>a}).createScriptURL(a):a;document.head.append(s)}`
  return { file, inline }
}

/** Everything that a page of the site may fetch so. */
export const summonable = ({ scripts, search }: Pick<Site, 'scripts' | 'search'>): Summoned[] => [
  scripts.islands,
  ...(search ? [search.script] : []),
]

export function addSummon(page: Page, { inline }: Summoned): void {
  insertBeforeFoot(page.document, makeElement('script', {}, inline))
}

/** The files that the inline scripts of this page fetch. */
export function summonedFiles(page: Page, site: Pick<Site, 'scripts' | 'search'>): string[] {
  const inline = new Set(
    elements(page.document)
      .filter((it) => it.tagName === 'script')
      .map(textOf),
  )
  return summonable(site).flatMap((it) => (inline.has(it.inline) ? it.file : []))
}
