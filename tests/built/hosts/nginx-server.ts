import { findNginxBrotli, webServers } from '@/lib/cli/web-servers'
import { nginxConfiguration } from '@/lib/publish/hosts/nginx'
import type { Serving } from '@/lib/publish/serving'
import type { Running } from './expectations'
import { startServer } from './real-server'

/** A real nginx with the generated configuration, for the site in this folder. */
export const startNginx = (serving: Serving, site: string, brotli: boolean): Promise<Running> =>
  startServer((port, scratch) => {
    // A process that root starts gives its workers to another user, who may not read here.
    const user = process.getuid?.() === 0 ? 'user root;\n' : ''
    const first = `${brotli ? `load_module ${findNginxBrotli()};\n` : ''}${user}`
    const text = nginxConfiguration(serving, { folder: site, listen: `127.0.0.1:${port}`, brotli, scratch, first })
    const command = webServers.nginx.find() ?? 'nginx'
    return { file: 'nginx.conf', text, command, args: ['-p', scratch, '-c', `${scratch}/nginx.conf`, '-e', 'stderr'] }
  })
