import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HeaderRule, parseHeadersFile } from './headers'
import { parseRedirectsFile, type Redirect } from './redirects'

/** How the site wants to be served: what each host is told in its own words. */
export type Serving = {
  /** `/portfolio` when the site lives below its host's root, else empty. Rules and redirects are without it. */
  readonly basePath: string
  readonly rules: readonly HeaderRule[]
  readonly redirects: readonly Redirect[]
}

/** Files in `out/` that hosts read and readers do not. */
export const hostFiles: readonly string[] = ['_headers', '_redirects']

/** Folders whose files are named by their content: what lies there is never another file. */
export const hashedFolders = ({ rules }: Pick<Serving, 'rules'>): string[] =>
  rules.filter((it) => it.headers['Cache-Control']?.includes('immutable')).map((it) => it.pattern.replace(/\*$/, ''))

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Read from the built site itself, so that it is served the same wherever it was built. */
export function readServing(out: string, basePath: string): Serving {
  const rules = parseHeadersFile(readFileSync(join(out, '_headers'), 'utf8'))
  return {
    basePath,
    rules: rules.map((it) => ({ ...it, pattern: it.pattern.slice(basePath.length) })),
    redirects: parseRedirectsFile(readIfThere(join(out, '_redirects')), basePath),
  }
}
