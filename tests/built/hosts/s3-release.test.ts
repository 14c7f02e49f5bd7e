import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { release } from '@/lib/cli/release'
import { printHeadersFile } from '@/lib/publish/headers'
import { printRedirectsFile } from '@/lib/publish/redirects'
import type { Serving } from '@/lib/publish/serving'
import { ask } from './ask'
import { built, out, places } from './built'
import { readState, startCloudfront } from './cloudfront'
import { elsewhere, everything, expectOf, leadsElsewhere } from './expectations'

/** A folder in which `aws` is ours. */
function fakeAws(): string {
  const home = mkdtempSync(join(tmpdir(), 'aws-'))
  mkdirSync(join(home, 'bin'))
  copyFileSync(join(process.cwd(), 'tests', 'fixtures', 'aws', 'aws.mjs'), join(home, 'bin', 'aws'))
  vi.stubEnv('PATH', `${join(home, 'bin')}${delimiter}${process.env.PATH}`)
  vi.stubEnv('FAKE_AWS', home)
  return home
}

/** A project with a site in it, as if it had been built for that place. */
function projectOf({ basePath, rules, redirects }: Serving, fill: (out: string) => void): string {
  const root = mkdtempSync(join(tmpdir(), 'project-'))
  mkdirSync(join(root, 'content'))
  writeFileSync(join(root, 'content', 'profile.mdx'), `---\nsite: https://example.org${basePath}\n---\n`)
  mkdirSync(join(root, 'out'))
  fill(join(root, 'out'))
  const below = rules.map((it) => ({ ...it, pattern: basePath + it.pattern }))
  writeFileSync(join(root, 'out', '_headers'), printHeadersFile(below))
  writeFileSync(join(root, 'out', '_redirects'), printRedirectsFile(redirects, basePath))
  return root
}

/** As many files as a release needs to have its order seen. */
function writeSmallSite(folder: string): void {
  const files = { 'index.html': 'home', '404.html': 'not here', 'robots.txt': 'User-agent: *', 'assets/a-1.css': 'p{}' }
  mkdirSync(join(folder, 'assets'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

const run = async (root: string, ...args: string[]): Promise<string> => {
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  try {
    await release(root, [...args, '--stack', 'my-site'])
  } finally {
    spy.mockRestore()
  }
  return written.join('')
}

for (const serving of places)
  expectOf(
    'S3 with CloudFront, emulated',
    serving,
    async () => {
      const home = fakeAws()
      await run(
        projectOf(serving, (folder) => cpSync(out, folder, { recursive: true })),
        'deploy',
        '--yes',
      )
      vi.unstubAllEnvs()
      return startCloudfront(home)
    },
    { ...everything, emulated: true, wholePolicy: false },
  )

describe('releases on S3 and CloudFront', () => {
  let home: string
  let root: string
  beforeEach(() => {
    home = fakeAws()
    root = projectOf(built, writeSmallSite)
  })
  afterEach(() => void vi.unstubAllEnvs())
  const calls = () => readState<string[][]>(home, 'calls').map((it) => it.join(' '))
  const served = () => readState<Record<string, string>>(home, 'store').release ?? ''
  const change = (text: string) => writeFileSync(join(root, 'out', 'robots.txt'), text)
  const robots = async () => {
    const server = await startCloudfront(home)
    const { body } = await ask(server.port, `${built.basePath}/robots.txt`)
    await server.stop()
    return body.toString()
  }

  it('are planned, command by command, without running any', async () => {
    const plan = await run(root, 'deploy')
    expect(plan).toMatch(/^aws s3 cp .*\.html.* --content-type 'text\/html; charset=utf-8' --cache-control/m)
    expect(plan).toMatch(/^aws cloudfront-keyvaluestore put-key .* --if-match '<ETag>'$/m)
    expect(plan).toContain('Nothing was run: add --yes.')
    expect(() => calls()).toThrow('ENOENT')
  })

  it('are switched to when all of their files are there, and switched back from at once', async () => {
    change('first')
    await run(root, 'deploy', '--yes')
    const first = served()
    change('second')
    await run(root, 'deploy', '--yes')
    const all = calls()
    const lastUpload = all.findLastIndex((it) => it.includes('releases/') && it.startsWith('s3 cp') && !it.includes('404.html'))
    expect(all.findLastIndex((it) => it.includes('put-key'))).toBeGreaterThan(lastUpload)
    expect(await robots()).toBe('second')

    const before = calls().length
    await run(root, 'rollback', '--yes')
    expect(served()).toBe(first)
    expect(await robots()).toBe('first')
    expect(
      calls()
        .slice(before)
        .some((it) => it.startsWith('cloudformation deploy')),
    ).toBe(false)
    expect(await run(root, 'list')).toContain(`* ${first}`)
  })

  it('let the headers allow an older release before it is served again', async () => {
    for (const text of ['first', 'second', 'third']) {
      change(text)
      await run(root, 'deploy', '--yes')
    }
    const [first = ''] = (await run(root, 'list')).match(/\d{8}T\d{6}Z-\w+/g) ?? []
    const before = calls().length
    await run(root, 'rollback', '--to', first, '--yes')
    expect(await robots()).toBe('first')
    const since = calls().slice(before)
    const stack = since.findIndex((it) => it.startsWith('cloudformation deploy'))
    expect(stack).toBeGreaterThanOrEqual(0)
    expect(since.findIndex((it) => it.includes('put-key'))).toBeGreaterThan(stack)
  })

  it('leave readers where they were when a step fails', async () => {
    change('first')
    await run(root, 'deploy', '--yes')
    change('second')
    vi.stubEnv('FAKE_AWS_BREAKS', 'text/html')
    await expect(run(root, 'deploy', '--yes')).rejects.toThrow('aws s3 cp did not succeed')
    vi.stubEnv('FAKE_AWS_BREAKS', 'get-key')
    await expect(run(root, 'deploy', '--yes')).rejects.toThrow('which release is served')
    expect(await robots()).toBe('first')
  })

  it('refuse what is not there', async () => {
    await expect(run(root, 'rollback', '--yes')).rejects.toThrow('there is no stack my-site')
    await run(root, 'deploy', '--yes')
    await expect(run(root, 'rollback', '--yes')).rejects.toThrow('there is no release before this one')
    await expect(run(root, 'rollback', '--to', 'never', '--yes')).rejects.toThrow('there is no release never')
    await expect(run(root, 'upload')).rejects.toThrow('there is no release upload')
  })

  it('never lead to another site', async () => {
    await run(root, 'deploy', '--yes')
    const server = await startCloudfront(home)
    for (const path of elsewhere)
      for (const whole of [path, built.basePath + path])
        expect((await ask(server.port, whole)).headers.location ?? '/', whole).not.toMatch(leadsElsewhere)
    await server.stop()
  })

  it('give a function that CloudFront takes: small, and of the language of its runtime', async () => {
    await run(root, 'deploy', '--yes')
    type Stack = { Resources: { Function: { Properties: { FunctionCode: string } } } }
    const { FunctionCode: code } = readState<Stack>(home, 'stack').Resources.Function.Properties
    expect(Buffer.byteLength(code)).toBeLessThan(10_240)
    const file = join(home, 'function.mjs')
    writeFileSync(file, code)
    execFileSync(process.execPath, ['--check', file])
    expect(readFileSync(file, 'utf8')).not.toMatch(/\?\.|\?\?|\bclass\b/)
  })
})
