import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { restoreAfterCrash } from '@/lib/publish/swap'
import { Failure } from './failure'
import { siteAddress } from './site-address'
import { listen, staticServer } from './static-server'

const port = 4321

/** Serves the site as it was last built. */
export async function serve(root: string, args: readonly string[]): Promise<void> {
  const out = join(root, 'out')
  if (await restoreAfterCrash(out))
    process.stdout.write('A build was cut off while it put the new site in place: the one before it is back.\n')
  if (!existsSync(join(out, 'index.html')))
    throw new Failure('there is no built site yet.', 'npm run build (or npm start, which builds and serves).')
  const { basePath } = siteAddress(root)
  const server = staticServer(out, { headers: !args.includes('--no-headers'), basePath })
  const at = args.indexOf('--port')
  const wanted = at >= 0 ? Number(args[at + 1]) : port
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535)
    throw new Failure(`--port ${args[at + 1] ?? ''} is no port.`, 'give a number from 1 to 65535, such as --port 4321.')
  const got = await listenOrFail(server, wanted)
  if (got !== wanted && wanted !== 0) process.stdout.write(`Port ${wanted} is taken.\n`)
  process.stdout.write(`\nserving http://localhost:${got}${basePath}/  (Ctrl-C ends it)\n`)
}

async function listenOrFail(server: ReturnType<typeof staticServer>, wanted: number): Promise<number> {
  try {
    return await listen(server, wanted)
  } catch (error) {
    throw new Failure(
      `no port from ${wanted} to ${wanted + 20} is free (${(error as Error).message}).`,
      'free one, or name another: npm run serve -- --port 5000.',
    )
  }
}
