import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { printHeadersFile } from '@/lib/publish/headers'
import { printRedirectsFile } from '@/lib/publish/redirects'
import { hostFiles, type Serving } from '@/lib/publish/serving'

/** Hosts that compress by themselves would keep these as files of their own. */
const isForServersOnly = (path: string): boolean => /\.(?:br|gz)$/.test(path) || hostFiles.some((it) => path.endsWith(`/${it}`))

/**
 * The site as a folder to upload: below its base path, where it has one, with the 404 page at the root as well, because
 * that is where some hosts look for it.
 */
export async function writeUploadFolder(out: string, folder: string, { basePath }: Serving): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const site = join(folder, basePath)
  await mkdir(site, { recursive: true })
  await cp(out, site, { recursive: true, filter: (source) => !isForServersOnly(source) })
  if (basePath) await cp(join(out, '404.html'), join(folder, '404.html'))
}

/** With the two files that Cloudflare Pages and Netlify read at the root of what is uploaded. */
export async function writePagesFolder(out: string, folder: string, serving: Serving): Promise<void> {
  const { basePath, rules, redirects } = serving
  await writeUploadFolder(out, folder, serving)
  const below = rules.map((it) => ({ ...it, pattern: basePath + it.pattern }))
  await writeFile(join(folder, '_headers'), printHeadersFile(below))
  const toSite = basePath ? `/ ${basePath}/ 302\n` : ''
  await writeFile(join(folder, '_redirects'), toSite + printRedirectsFile(redirects, basePath))
}
