import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findNginxBrotli, missingServer, webServers } from '@/lib/cli/web-servers'
import type { Serving } from '@/lib/publish/serving'
import { out, places } from './built'
import { everything, expectOf } from './expectations'
import { startNginx } from './nginx-server'

const missing = await missingServer(webServers.nginx)
const missingBrotli = missing ?? (await missingServer(webServers.brotli))

const start = (serving: Serving, brotli: boolean) => () => startNginx(serving, out, brotli)

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
