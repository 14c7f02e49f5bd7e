import { listen, staticServer } from '@/lib/cli/static-server'
import { built, out } from './built'
import { everything, expectOf } from './expectations'

async function start() {
  const server = staticServer(out, { headers: true, basePath: built.basePath })
  const port = await listen(server, 0)
  return { port, stop: () => void server.close() }
}

expectOf('the server of npm start', built, start, everything)
