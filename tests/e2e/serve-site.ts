import { join } from 'node:path'
import { siteAddress } from '@/lib/cli/site-address'
import { listen, staticServer } from '@/lib/cli/static-server'

/** Serves the built site with its production headers for as long as the tests run. */
export default async function serveSite(): Promise<() => void> {
  const root = process.cwd()
  const { basePath } = siteAddress(root)
  const server = staticServer(join(root, 'out'), { headers: true, basePath })
  process.env.SITE = `http://127.0.0.1:${await listen(server, 4700, 4900)}${basePath}`
  return () => server.close()
}
