import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const read = (name: string) => readFileSync(join(process.cwd(), name), 'utf8')
const instructions = read('Dockerfile')
  .split('\n')
  .filter((it) => it !== '' && !it.startsWith('#'))
  .map((it) => ({ name: it.split(' ')[0] ?? '', rest: it.slice(it.indexOf(' ') + 1) }))
const all = (name: string) => instructions.filter((it) => it.name === name).map((it) => it.rest)
const last = instructions.slice(instructions.findLastIndex((it) => it.name === 'FROM'))

/** What can be known of the image without building it, which needs a daemon. */
describe('the image', () => {
  it('is written in instructions that exist, each on a line', () => {
    const known = /^(?:FROM|WORKDIR|COPY|RUN|USER|EXPOSE|STOPSIGNAL|HEALTHCHECK|ENTRYPOINT)$/
    expect(instructions.filter((it) => !known.test(it.name))).toEqual([])
  })

  it('starts from versions, not from whatever is newest', () => {
    for (const from of all('FROM')) expect(from).toMatch(/^[a-z]+:\d[\w.-]*(?: AS \w+)?$/)
  })

  it('takes from the stage that builds only the site and its configuration', () => {
    const [stage] = all('FROM').map((it) => / AS (\w+)$/.exec(it)?.[1])
    const copies = last.filter((it) => it.name === 'COPY').map((it) => it.rest)
    expect(copies).toEqual([
      `--from=${stage} /site/.build/hosts/docker/nginx.conf /etc/nginx/nginx.conf`,
      `--from=${stage} /site/out /srv/site`,
    ])
  })

  it('runs without rights, on a port that needs none, as a process that is told to end', () => {
    expect(last.find((it) => it.name === 'USER')?.rest).toBe('nginx')
    expect(Number(all('EXPOSE')[0])).toBeGreaterThan(1024)
    for (const [given = ''] of [all('ENTRYPOINT'), all('HEALTHCHECK').map((it) => it.slice(it.indexOf('CMD ') + 4))])
      expect(JSON.parse(given)).toEqual(expect.arrayContaining([expect.any(String)]))
  })

  it('builds from the history, but from nothing that was made before', () => {
    const ignored = read('.dockerignore').trim().split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['node_modules', 'out', '.build', '.next', '.contentlayer']))
    expect(ignored).not.toContain('.git')
  })
})
