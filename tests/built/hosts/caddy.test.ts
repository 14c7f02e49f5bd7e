import { describe, expect, it } from 'vitest'
import { missingServer, webServers } from '@/lib/cli/web-servers'
import { caddyfile } from '@/lib/publish/hosts/caddy'
import { out, places } from './built'
import { everything, expectOf } from './expectations'
import { startServer } from './real-server'

const missing = await missingServer(webServers.caddy)

if (missing === undefined)
  for (const serving of places)
    expectOf(
      'Caddy',
      serving,
      () =>
        startServer((port, folder) => ({
          file: 'Caddyfile',
          text: caddyfile(serving, { folder: out, address: `http://127.0.0.1:${port}`, global: ['admin off'] }),
          command: webServers.caddy.find() ?? 'caddy',
          args: ['run', '--config', `${folder}/Caddyfile`, '--adapter', 'caddyfile'],
        })),
      everything,
    )

describe('a real Caddy', () => {
  it(`is tried where it can be had${missing ? `, which is not here: ${missing}` : ''}`, () => {
    expect(missing === undefined).toBe(webServers.caddy.find() !== undefined)
  })
})
