import { existsSync } from 'node:fs'
import { debianPackage, findOrInstall } from './debian'
import { Failure } from './failure'

export type WebServer = {
  readonly name: string
  readonly find: () => string | undefined
  /** Debian's. */
  readonly package: string
}

const inFolders = (name: string, folders: readonly string[]) => () =>
  folders.map((it) => `${it}/${name}`).find((it) => existsSync(it))

/** Where nginx's package of its own puts the module that sends `.br` files. */
export const findNginxBrotli = inFolders('ngx_http_brotli_static_module.so', [
  '/usr/lib/nginx/modules',
  '/usr/lib64/nginx/modules',
  '/usr/share/nginx/modules',
])

export const webServers = {
  nginx: {
    name: 'nginx',
    find: inFolders('nginx', ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin']),
    package: 'nginx-light',
  },
  brotli: { name: "nginx's brotli module", find: findNginxBrotli, package: 'libnginx-mod-http-brotli-static' },
  caddy: {
    name: 'Caddy',
    find: inFolders('caddy', ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']),
    package: 'caddy',
  },
} as const satisfies Record<string, WebServer>

/** Why a server is not here, or undefined when it is. */
export async function missingServer({ name, find, package: wanted }: WebServer): Promise<string | undefined> {
  const result = await findOrInstall(name, find, () => debianPackage(wanted))
  return 'found' in result ? undefined : `no ${name} was found, and none could be installed. ${result.said}`.trim()
}

/** nginx has to be there wherever Debian's packages are; without the others their tests say why they did not run. */
export async function ensureWebServers(): Promise<void> {
  for (const server of Object.values(webServers)) {
    const missing = await missingServer(server)
    if (missing === undefined) continue
    if (server === webServers.nginx && debianPackage(server.package).length > 0)
      throw new Failure(`the tests of the hosts need nginx: ${missing}`, 'install nginx, then run npm test again.')
    process.stdout.write(`      ${missing}\n`)
  }
}
