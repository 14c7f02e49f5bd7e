import { Parser } from '@dbml/core'
import mermaid from 'mermaid'
import { describe, expect, it } from 'vitest'
import { exportDbml } from '@/lib/erd/export/dbml'
import { exportJson } from '@/lib/erd/export/json'
import { exportMermaid } from '@/lib/erd/export/mermaid'
import { exportSql } from '@/lib/erd/export/sql'
import type { SchemaModel } from '@/lib/erd/model'
import { FEATURES } from '@/tests/fixtures/erd/features'
import { syntheticSchema } from '@/tests/fixtures/erd/synthetic-schema'
import { modelOf, read, readFixture } from './read-for-test'

const HOSTILE = `CREATE TABLE s."we""ird {x}" ("1 a" int PRIMARY KEY, "b\`c" numeric(10,2) DEFAULT 1.5, "日本" text DEFAULT 'it''s\\'); COMMENT ON COLUMN s."we""ird {x}"."1 a" IS 'a "quote", a \\ and
a line; <b>'; COMMENT ON TABLE s."we""ird {x}" IS 'it''s \`odd\`'; CREATE TABLE "%%" (x int REFERENCES s."we""ird {x}");`

const SCHEMAS: readonly (readonly [string, () => Promise<SchemaModel>])[] = [
  ['the shipped schema', async () => (await readFixture('content/schemas/saas.sql')).model],
  ['the leaky schema', async () => (await readFixture('content/schemas/saas-leaky.sql')).model],
  ['its pg_dump', async () => (await readFixture('tests/fixtures/erd/saas.pg_dump.sql')).model],
  ['100 tables', () => modelOf(syntheticSchema(100))],
  ['hostile names', () => modelOf(HOSTILE)],
  ['a self-reference', () => modelOf('CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t);')],
]

function counts(model: SchemaModel) {
  const tables = model.tables.filter((table) => table.partitionOf === null)
  return {
    tables: tables.length,
    columns: tables.reduce((sum, table) => sum + table.columns.length, 0),
    references: tables.reduce((sum, table) => sum + table.foreignKeys.length, 0),
  }
}

/** What a round trip has to keep: everything but the lines. */
function withoutLines(model: SchemaModel): unknown {
  const sorted = { ...model, tables: [...model.tables].sort((a, b) => (a.id < b.id ? -1 : 1)) }
  return JSON.parse(JSON.stringify(sorted, (key, value: unknown) => (key === 'line' ? undefined : value)))
}

interface ErDatabase {
  getEntities(): Map<string, { attributes: readonly { keys?: readonly string[] }[] }>
  getRelationships(): readonly unknown[]
}

describe.each(SCHEMAS)('%s', (_, load) => {
  it('as Mermaid parses with mermaid and counts the same', async () => {
    const model = await load()
    const text = exportMermaid(model)
    await expect(mermaid.parse(text)).resolves.toMatchObject({ diagramType: 'er' })
    const database = (await mermaid.mermaidAPI.getDiagramFromText(text)).db as unknown as ErDatabase
    const entities = [...database.getEntities().values()]
    expect({
      tables: entities.length,
      columns: entities.reduce((sum, entity) => sum + entity.attributes.length, 0),
      references: database.getRelationships().length,
    }).toEqual(counts(model))
  })

  it('as DBML parses with @dbml/core and counts the same', async () => {
    const model = await load()
    const { schemas } = new Parser().parse(exportDbml(model), 'dbmlv2')
    const tables = schemas.flatMap((schema) => schema.tables)
    expect({
      tables: tables.length,
      columns: tables.reduce((sum, table) => sum + table.fields.length, 0),
      references: schemas.reduce((sum, schema) => sum + schema.refs.length, 0),
    }).toEqual(counts(model))
    expect(schemas.reduce((sum, schema) => sum + schema.enums.length, 0)).toBe(model.enums.length)
  })

  it('as SQL reads back as the same model', async () => {
    const model = await load()
    const again = await read(exportSql(model))
    expect(again.report.problems).toEqual([])
    expect(withoutLines({ ...again.model, name: model.name })).toEqual(withoutLines(model))
  })
})

describe('Mermaid', () => {
  it('marks primary, foreign and unique keys', async () => {
    const text = exportMermaid((await readFixture('content/schemas/saas.sql')).model)
    expect(text).toMatch(/uuid tenant_id PK, FK, UK/)
    expect(text).toContain('"roles" ||..o{ "memberships" : "tenant_id, role_id"')
    expect(text).toContain('"invoices" ||--o{ "invoice_lines"')
  })
})

describe('every feature', () => {
  it.each(FEATURES)('$name survives the way to SQL and back', async ({ sql }) => {
    const model = await modelOf(sql)
    const again = await read(exportSql(model))
    expect(again.report.problems).toEqual([])
    expect(withoutLines({ ...again.model, name: model.name })).toEqual(withoutLines(model))
  })
})

describe('JSON', () => {
  it('names its format and holds model, report and findings', async () => {
    const { model, report } = await read('CREATE TABLE t (id int PRIMARY KEY);')
    const parsed: unknown = JSON.parse(exportJson(model, report, []))
    const plain = (it: unknown): unknown => JSON.parse(JSON.stringify(it))
    expect(parsed).toEqual({ format: 'erd/1', model: plain(model), report: plain(report), findings: [] })
  })
})
