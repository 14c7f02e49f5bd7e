import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readArguments } from '@/lib/cli/erd-arguments'
import { runErd } from '@/lib/cli/erd'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erd-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function run(...args: string[]) {
  let out = ''
  let err = ''
  const code = await runErd(args, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

async function fileWith(content: string | Uint8Array, name = 'schema.sql'): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const page = () => readFile(join(folder, 'out', 'index.html'), 'utf8')
const SHIPPED = new URL('../../../content/schemas/saas.sql', import.meta.url).pathname

describe('the page', () => {
  it('has one style, named by its hash in the policy, and no script, inline style or address from elsewhere', async () => {
    expect((await run(SHIPPED, '--out', join(folder, 'out'))).code).toBe(0)
    const html = await page()
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? '')
    expect(styles).toHaveLength(1)
    expect(html).toContain(
      `sha256-${createHash('sha256')
        .update(styles[0] ?? '')
        .digest('base64')}`,
    )
    expect(html).not.toMatch(/<script|\sstyle=|\son[a-z]+=|javascript:|src=|url\(/)
    expect([...html.matchAll(/href="([^"]*)"/g)].every((match) => match[1]?.startsWith('#'))).toBe(true)
  })

  it('shows every table and column as text, and every link leads somewhere', async () => {
    await run(SHIPPED, '--out', join(folder, 'out'))
    const html = await page()
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
    expect(targets.length).toBeGreaterThan(5)
    expect(targets.filter((target) => !ids.has(target))).toEqual([])
    expect([...html.matchAll(/<section class="table"/g)]).toHaveLength(20)
    expect(html).toContain('Routes a request: the first label of the host name.')
    expect(html).toContain('each invoice_lines row has exactly one invoices')
    expect([...html.matchAll(/\sid="/g)]).toHaveLength(ids.size)
  })

  it('links every table of the drawing to what is said about it, and lists all in the alphabet', async () => {
    await run(SHIPPED, '--out', join(folder, 'out'))
    const html = await page()
    const [, all = ''] = /<figure class="drawing all"[^>]*>([\s\S]*?)<\/figure>/.exec(html) ?? []
    const drawn = [...all.matchAll(/<a href="#(table-\d+)" tabindex="-1"><g class="erd-table"[^>]*><title>([^<]+)</g)]
    expect(drawn).toHaveLength(17)
    for (const [, id, name] of drawn) expect(html).toMatch(new RegExp(`<section class="table" id="${id}">\\s*<h3>${name}</h3>`))
    const index = [...html.matchAll(/<li><a href="#(?:table|partition)-\d+">([^<]+)</g)].map((it) => it[1])
    expect(index).toHaveLength(20)
    expect(index).toEqual(index.toSorted())
  })

  it('keeps HTML in comments as text', async () => {
    const file = await fileWith(
      `CREATE TABLE t (a int DEFAULT 1 CHECK (a < 2)); COMMENT ON TABLE t IS '<img src=x onerror=alert(1)>'; COMMENT ON COLUMN t.a IS '</table><script>';`,
    )
    expect((await run(file, '--out', join(folder, 'out'))).code).toBe(0)
    const html = await page()
    expect(html).not.toMatch(/<img|<script|<\/table><script/)
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  it('is the same on two runs', async () => {
    await run(SHIPPED, '--out', join(folder, 'out'))
    const first = await page()
    await run(SHIPPED, '--out', join(folder, 'out'))
    expect(await page()).toBe(first)
  })
})

describe('the command', () => {
  it('writes page, drawing and exports, and says so', async () => {
    const { code, out, err } = await run(SHIPPED, '--out', join(folder, 'out'))
    expect([code, err]).toEqual([0, ''])
    expect((await readdir(join(folder, 'out'))).sort()).toEqual([
      'index.html',
      'schema.dbml',
      'schema.json',
      'schema.mmd',
      'schema.sql',
      'schema.svg',
    ])
    expect(out).toContain('303 statements: 303 used, 0 ignored, 0 failed')
    expect(out).toContain('findings: 0 high, 0 medium, 0 low, 5 info')
  })

  it('prints JSON alone when asked', async () => {
    const { out } = await run(await fileWith('CREATE TABLE t (id int PRIMARY KEY);'), '--json')
    expect(JSON.parse(out)).toMatchObject({ format: 'erd/1', model: { name: 'schema', tables: [{ id: 't' }] } })
    expect(await readdir(folder)).toEqual(['schema.sql'])
  })

  it('names file, line and column of an error, draws the rest, and ends with 1', async () => {
    const file = await fileWith('CREATE TABLE t (id int PRIMARY KEY);\nCREATE TABLE u (id int,,);')
    const { code, err } = await run(file, '--out', join(folder, 'out'))
    expect(code).toBe(1)
    expect(err).toContain(`${file}:2:24: error: syntax error at or near ","\n    CREATE TABLE u (id int,,)\n`)
    expect(await page()).toContain('syntax error at or near')
  })

  it.each([
    ['noise', Uint8Array.from({ length: 500 }, (_, at) => (at * 91) % 256), 'this is not a text file'],
    ['nothing', '', 'the file defines no tables'],
    ['MySQL', 'CREATE TABLE `t` (`a` int) ENGINE=InnoDB;', 'this looks like MySQL'],
  ])('given %s explains itself, writes no page, shows no stack trace', async (_, content, message) => {
    const { code, out, err } = await run(await fileWith(content), '--out', join(folder, 'out'))
    expect(code).toBe(1)
    expect(err).toContain(message)
    expect(out + err).not.toMatch(/\n\s+at |Error:/)
    expect(await readdir(folder)).toEqual(['schema.sql'])
  })

  it('called wrongly says how to call it', async () => {
    for (const [args, reason] of [
      [[], 'name an SQL file'],
      [['a', 'b'], 'one file at a time'],
      [['--fast'], 'no option --fast'],
      [['a', '--out'], '--out needs a folder'],
    ] as const) {
      const { code, err } = await run(...args)
      expect([code, err.includes(reason), err.includes('Usage:')]).toEqual([2, true, true])
    }
    expect(await run('--help')).toMatchObject({ code: 0, err: '' })
  })

  it('given a missing file or a folder says which', async () => {
    expect(await run(join(folder, 'none.sql'))).toMatchObject({
      code: 2,
      err: `erd: there is no file ${join(folder, 'none.sql')}\n`,
    })
    expect((await run(folder)).err).toContain('is a directory')
  })

  it('writes beside the reader unless told otherwise', () => {
    expect(readArguments(['some/dump.sql'])).toMatchObject({ arguments: { out: 'dump-erd', json: false } })
    expect(readArguments(['some/dump.sql', '--json'])).toMatchObject({ arguments: { out: null, json: true } })
  })
})
