import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attribute, descendants, elements, isElement } from './html'
import { type Page, PublishError } from './site'

/** Next's own parts that stand in every page and do nothing once its scripts are gone. */
const harmless = /^\[project\]\/node_modules\/next\/dist\/(?:esm\/)?(?:client\/components|lib\/framework|lib\/metadata)\//
const islandModule = /^\[project\]\/components\/islands\/([a-z0-9-]+)\/island\.tsx(?: <module evaluation>)?$/

type Manifest = { readonly clientModules: Record<string, unknown> }

/** Next writes these lists as scripts that assign JSON. */
function readManifest(path: string): Manifest {
  const text = readFileSync(path, 'utf8')
  const json = text.slice(text.indexOf('] = ') + '] = '.length).replace(/;\s*$/, '')
  return JSON.parse(json) as Manifest
}

/**
 * A client component that is no island would be printed and then never come alive: Next's list of what it
 * meant to send to the browser is held against the islands we know.
 */
export function refuseUnknownClientModules(nextFolder: string, islandNames: readonly string[]): void {
  const app = join(nextFolder, 'server', 'app')
  const manifests = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((it) =>
    it.endsWith('_client-reference-manifest.js'),
  )
  if (manifests.length === 0)
    throw new PublishError('Next left no lists of client modules, so nothing can be vouched for: has its output changed?')
  for (const manifest of manifests)
    for (const name of Object.keys(readManifest(join(app, manifest)).clientModules)) {
      const island = islandModule.exec(name)?.[1]
      if (harmless.test(name) || (island && islandNames.includes(island))) continue
      throw new PublishError(
        `${name.replace('[project]/', '')} is a client component on ${manifest.replace('/page_client-reference-manifest.js', '') || '/'}, ` +
          'but no island. Published pages carry no framework, so it would stay dead: make it components/islands/<name>/island.tsx, ' +
          'a custom element in components/enhance, or a server component.',
      )
    }
}

/** What must not be left in a page: content that only Next's runtime would have moved into place. */
export function refuseUnfinished(page: Page): void {
  for (const node of descendants(page.document)) {
    const waits = node.nodeName === '#comment' && 'data' in node && /^\$[?!]/.test(node.data)
    const template = isElement(node) && node.tagName === 'template' && /^[BP]:/.test(attribute(node, 'id') ?? '')
    if (waits || template)
      throw new PublishError(
        `${page.path} holds an unfinished Suspense boundary: a published page must be complete without a script.`,
      )
  }
}

export function refuseUnknownIslands(page: Page, islandNames: readonly string[]): void {
  for (const element of elements(page.document)) {
    const name = attribute(element, 'data-island')
    if (name !== undefined && !islandNames.includes(name))
      throw new PublishError(`${page.path} has an island "${name}", but there is no components/islands/${name}/island.tsx.`)
  }
}
