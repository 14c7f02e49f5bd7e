import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { siteAddress } from '@/lib/cli/site-address'
import { readServing, type Serving } from '@/lib/publish/serving'

export const out = join(process.cwd(), 'out')
if (!existsSync(out)) throw new Error('There is no out/: run `npm run build` first.')

export const built = readServing(out, siteAddress(process.cwd()).basePath)

/** The same site as its owner would have it elsewhere: rules and redirects know nothing of the path above them. */
export const servedBelow = (basePath: string): Serving => ({ ...built, basePath })

/** Where the site is tried: as it was built, and at the other kind of place. */
export const places: readonly Serving[] = ['', '/portfolio'].map(servedBelow)

export const read = (path: string): Buffer => readFileSync(join(out, path))

export const font = `assets/${readdirSync(join(out, 'assets')).find((it) => it.endsWith('.woff2')) ?? 'no-font'}`
export const script = `assets/${readdirSync(join(out, 'assets')).find((it) => it.endsWith('.js')) ?? 'no-script'}`
