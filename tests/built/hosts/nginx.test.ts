import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findNginxBrotli, missingServer, webServers } from '@/lib/cli/web-servers'
import { nginxConfiguration } from '@/lib/publish/hosts/nginx'
import type { Serving } from '@/lib/publish/serving'
import { out, places } from './built'
import { everything, expectOf } from './expectations'
import { startServer } from './real-server'

const missing = await missingServer(webServers.nginx)
const missingBrotli = missing ?? (await missingServer(webServers.brotli))

const start = (serving: Serving, brotli: boolean) => () =>
  startServer((port, scratch) => {
    // A process that root starts gives its workers to another user, who may not read here.
    const user = process.getuid?.() === 0 ? 'user root;\n' : ''
    const first = `${brotli ? `load_module ${findNginxBrotli()};\n` : ''}${user}`
    const text = nginxConfiguration(serving, { folder: out, listen: `127.0.0.1:${port}`, brotli, scratch, first })
    const command = webServers.nginx.find() ?? 'nginx'
    return { file: 'nginx.conf', text, command, args: ['-p', scratch, '-c', `${scratch}/nginx.conf`, '-e', 'stderr'] }
  })

if (missing === undefined)
  for (const serving of places) {
    expectOf('nginx', serving, start(serving, false), { ...everything, brotli: false })
    if (missingBrotli === undefined) expectOf('nginx with its brotli module', serving, start(serving, true), everything)
  }

describe('a real nginx', () => {
  it(`is tried wherever Debian's packages are${missing ? `, which is not here: ${missing}` : ''}`, () => {
    expect(missing === undefined || !existsSync('/usr/bin/apt-get')).toBe(true)
  })
  it(`is tried with brotli where its module can be had${missingBrotli ? `, which is not here: ${missingBrotli}` : ''}`, () => {
    expect(missingBrotli === undefined).toBe(findNginxBrotli() !== undefined)
  })
})
