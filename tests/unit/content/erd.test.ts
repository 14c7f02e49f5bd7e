import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { displayModes, drawSchema, erdDocument, exportFiles, exportText, openingComment, schemaNames } from '@/lib/content/erd'

describe('a schema of the site', () => {
  it('is every SQL file in its folder', () => {
    expect(schemaNames()).toEqual(['saas', 'saas-leaky'])
  })

  it('is read, judged and drawn in three modes and two orientations', async () => {
    const document = await erdDocument('saas')
    expect(document.drawings.map((it) => `${it.orientation} ${it.mode}`)).toEqual(
      ['landscape', 'portrait'].flatMap((orientation) => displayModes.map((mode) => `${orientation} ${mode}`)),
    )
    expect(document.sql).toBe(readFileSync('content/schemas/saas.sql', 'utf8'))
    expect(document.model.tables.filter((it) => it.partitionOf === null)).toHaveLength(17)
  })

  it('is the same when it comes from what was kept', async () => {
    const document = await erdDocument('saas-leaky')
    expect(await erdDocument('saas-leaky')).toEqual(document)
    expect(JSON.parse(JSON.stringify(await drawSchema('saas-leaky', document.sql)))).toEqual(JSON.parse(JSON.stringify(document)))
  })

  it('is good as shipped, and bad in the variant that shows the findings', async () => {
    const grave = async (name: string) => (await erdDocument(name)).findings.filter((it) => it.severity !== 'info').length
    expect([await grave('saas'), (await grave('saas-leaky')) > 15]).toEqual([0, true])
  })
})

describe('the opening comment', () => {
  it.each([
    ['-- Two lines\n--  of one.\n\n-- Not this.\nCREATE TABLE a ();', 'Two lines of one.'],
    ['CREATE TABLE a (); -- later', null],
    ['--\n', null],
  ])('of %j is %j', (sql, says) => {
    expect(openingComment(sql)).toBe(says)
  })
})

describe('a schema that cannot be drawn', () => {
  it.each([
    [
      'a syntax error',
      'CREATE TABLE a (\n  id int,,\n);',
      'content/schemas/shop.sql:2:10 syntax error at or near ","\n  id int,,\n         ^',
    ],
    ['a key on a column that is not there', 'CREATE TABLE a (id int,\nUNIQUE (b));', 'content/schemas/shop.sql:2'],
    ['no table', 'CREATE SCHEMA s;', 'content/schemas/shop.sql:1:1 the file defines no tables, so there is nothing to draw'],
    ['another dialect', 'CREATE TABLE `a` (`id` int(11) AUTO_INCREMENT) ENGINE=InnoDB;', 'content/schemas/shop.sql:1:14'],
  ])('for %s stops the build with its place', async (_, sql, message) => {
    await expect(drawSchema('shop', sql)).rejects.toThrow(message)
  })
})

describe('the files that a figure offers', () => {
  it('are seven for each schema', () => {
    expect(exportFiles()).toHaveLength(14)
    expect(exportFiles()).toContain('saas-leaky.keys.svg')
  })

  it.each([
    ['saas.sql', 'CREATE TABLE tenants'],
    ['saas.dbml', 'Table "tenants"'],
    ['saas.mmd', 'erDiagram'],
    ['saas.json', '"format": "erd/1"'],
    ['saas.svg', '<title id="saas-all-title">'],
    ['saas.names.svg', '<title id="saas-names-title">'],
  ])('%s holds what its name says', async (file, text) => {
    expect(await exportText(file)).toContain(text)
  })

  it('and no others', async () => {
    await expect(exportText('saas.xlsx')).rejects.toThrow('no export saas.xlsx')
  })
})
