import { dirname, posix } from 'node:path'
import { nearest } from '@/lib/content/nearest'
import type { Link } from './body'
import { type Catalogue, idsIn } from './catalogue'
import { checkVisible } from './check-references'
import type { ReadDocument } from './document'
import { type Complain, shown } from './problem'

/** Links of a text: inside the site to pages and ids that exist, outside by https. */
export function checkLinks(document: ReadDocument, catalogue: Catalogue, complain: Complain): void {
  for (const link of document.body?.links ?? []) {
    if (link.url.startsWith('#')) checkOwnAnchor(link, document, complain)
    else if (link.url.startsWith('/') && !link.url.startsWith('//')) checkInside(link, document, catalogue, complain)
    else checkOutside(link, catalogue, complain)
  }
}

function checkOwnAnchor(link: Link, document: ReadDocument, complain: Complain): void {
  const known = [...idsIn(document), ...document.href.split('#').slice(1)]
  const id = decode(link.url.slice(1))
  if (known.includes(id)) return
  complain(link, 'anchor', `no heading of this document gives ${shown(link.url)}`, {
    allowed: known.map((it) => `#${it}`).join(', ') || 'none: it has no headings',
    suggestion: near(id, known, '#'),
  })
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const near = (found: string, known: readonly string[], prefix = '') => {
  const word = nearest(found, known)
  return word === undefined ? undefined : prefix + word
}

function checkInside(link: Link, from: ReadDocument, catalogue: Catalogue, complain: Complain): void {
  const { url } = link
  const [path = '', id] = url.split('#')
  if (catalogue.publicFiles.has(path)) return
  const hidden = catalogue.hidden.get(url) ?? catalogue.hidden.get(path)
  const anchors = catalogue.routes.get(path)
  if (hidden && (!anchors || (id !== undefined && !anchors.has(id)))) {
    checkVisible(hidden, from, catalogue.today, link, complain)
    return
  }
  if (!anchors) {
    const withSlash = `${path.replace(/\/?(?:index)?(?:\.html)?$/, '')}/`
    const suggestion = catalogue.routes.has(withSlash) ? withSlash + (id ? `#${id}` : '') : near(path, besides(path, catalogue))
    complain(link, 'link', `there is no page ${shown(path)}`, {
      allowed: 'the path of a page, with a slash at both ends',
      suggestion,
    })
    return
  }
  if (id === undefined || anchors.has(decode(id))) return
  complain(link, 'anchor', `${path} has nothing called ${shown(`#${id}`)}`, {
    allowed:
      [...anchors]
        .slice(0, 12)
        .map((it) => `#${it}`)
        .join(', ') || 'none',
    suggestion: near(id, [...anchors], `${path}#`),
  })
}

/** Addresses of the same depth: a list is a poor guess for one of its entries. */
const besides = (path: string, { routes }: Catalogue) => {
  const depth = path.split('/').filter(Boolean).length
  return [...routes.keys()].filter((it) => it !== '/' && it.split('/').filter(Boolean).length === depth)
}

const outside = /^(?:https:\/\/|mailto:|tel:)/

function checkOutside(link: Link, catalogue: Catalogue, complain: Complain): void {
  const { url } = link
  if (!outside.test(url) || !URL.canParse(url)) {
    const withSlashes = `/${url.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/?(?:#.*)?$/, '')}/`
    const suggestion = catalogue.routes.has(withSlashes)
      ? withSlashes
      : url.startsWith('http:')
        ? url.replace('http:', 'https:')
        : url.startsWith('www.')
          ? `https://${url}`
          : pageOfFile(url, catalogue)
    complain(link, 'link', `${shown(url)} is no address that a page can have`, {
      allowed: '/path/ inside the site, https:// outside it, or mailto:',
      suggestion,
    })
  }
}

/** Whoever writes in an editor links to the file that lies beside. */
function pageOfFile(url: string, { routes }: Catalogue): string | undefined {
  const [, slug] = /(?:^|\/)([a-z0-9-]+)\.mdx?$/.exec(url) ?? []
  return slug && [...routes.keys()].find((it) => it.endsWith(`/${slug}/`))
}

/** Pictures of a text lie beside it; returns those that are used. */
export function checkPictures({ path, body }: ReadDocument, pictures: ReadonlySet<string>, complain: Complain): string[] {
  const used: string[] = []
  for (const { url, line, column } of body?.pictures ?? []) {
    const place = { line, column }
    const folder = dirname(path)
    const full = posix.normalize(`${folder}/${decode(url)}`)
    if (/^[a-z]+:|^\//i.test(url) || !full.startsWith(`${folder}/`)) {
      complain(place, 'image', `${shown(url)} does not lie beside the document`, {
        allowed: `the name of a picture in content/${folder}/`,
      })
      continue
    }
    if (pictures.has(full)) used.push(full)
    else {
      const here = [...pictures].filter((it) => it.startsWith(`${folder}/`)).map((it) => it.slice(folder.length + 1))
      complain(place, 'image', `there is no file content/${full}`, {
        allowed: here.join(', ') || `none yet in content/${folder}/`,
        suggestion: nearest(url.replace(/^\.\//, ''), here),
      })
    }
  }
  return used
}
