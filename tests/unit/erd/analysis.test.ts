import { describe, expect, it } from 'vitest'
import { analyseSchema, RULES } from '@/lib/erd/analysis/analyse'
import { RULE_CASES } from '@/tests/fixtures/erd/rule-cases'
import { modelOf, readFixture } from './read-for-test'

async function findingsOf(sql: string) {
  return analyseSchema(await modelOf(sql))
}

describe('the rules', () => {
  it('each have a schema that breaks them', () => {
    expect(RULE_CASES.map(({ rule }) => rule).sort()).toEqual(RULES.map(({ id }) => id).sort())
  })

  it.each(RULE_CASES)('$rule is found where it is broken, with table, column and line', async ({ rule, broken, place }) => {
    const found = (await findingsOf(broken)).filter((finding) => finding.rule === rule)
    expect(found.map(({ table, column, line }) => ({ table, column, line }))).toContainEqual(place)
    for (const finding of found) expect([finding.explanation.length > 30, finding.fix.length > 10]).toEqual([true, true])
  })

  it.each(RULE_CASES)('$rule is not found where it is kept', async ({ rule, clean, place }) => {
    const found = (await findingsOf(clean)).filter((finding) => finding.rule === rule && finding.table === place.table)
    expect(found).toEqual([])
  })
})

describe('severity', () => {
  it('of a circle is medium when no first row can be written, and info when one reference can wait', async () => {
    const circle = (tail: string) =>
      `CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL); CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a); ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b ${tail};`
    const severityOf = async (sql: string) => (await findingsOf(sql)).find(({ rule }) => rule === 'reference-cycle')?.severity
    expect(await severityOf(circle(''))).toBe('medium')
    expect(await severityOf(circle('DEFERRABLE INITIALLY DEFERRED'))).toBe('info')
  })

  it('of an index without the tenant is info when it is partial, because a job across tenants reads it', async () => {
    const sql =
      'CREATE TABLE tenants (id int PRIMARY KEY); CREATE TABLE a (tenant_id int NOT NULL REFERENCES tenants, n int); CREATE TABLE b (tenant_id int NOT NULL REFERENCES tenants); CREATE INDEX i ON a (n) WHERE n > 0;'
    expect((await findingsOf(sql)).find(({ rule }) => rule === 'index-without-tenant')?.severity).toBe('info')
  })
})

describe('the shipped schema', () => {
  it('has no finding above info', async () => {
    const { model } = await readFixture('content/schemas/saas.sql')
    const findings = analyseSchema(model)
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(findings.length).toBeGreaterThan(0)
  })

  it('says the same of its own pg_dump', async () => {
    const written = analyseSchema((await readFixture('content/schemas/saas.sql')).model).map(({ id, severity }) => ({
      id,
      severity,
    }))
    const dumped = analyseSchema((await readFixture('tests/fixtures/erd/saas.pg_dump.sql')).model).map(({ id, severity }) => ({
      id,
      severity,
    }))
    expect(new Set(dumped.map(({ id }) => id))).toEqual(new Set(written.map(({ id }) => id)))
  })
})

describe('the leaky variant', () => {
  it('shows every tenant rule and its structural faults, each with a line', async () => {
    const { model, report } = await readFixture('content/schemas/saas-leaky.sql')
    const findings = analyseSchema(model)
    expect(report.problems).toEqual([])
    const shown = new Set(findings.map(({ rule }) => rule))
    const tenantRules = RULES.filter(({ topic }) => topic === 'tenant isolation').map(({ id }) => id)
    expect(tenantRules.filter((rule) => !shown.has(rule))).toEqual([])
    expect(findings.filter(({ line }) => line < 1)).toEqual([])
    expect(findings.filter(({ severity }) => severity === 'high').length).toBeGreaterThan(5)
  })

  it('gives every finding an id of its own', async () => {
    const findings = analyseSchema((await readFixture('content/schemas/saas-leaky.sql')).model)
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
  })
})

describe('a schema without tenants', () => {
  it('gets no tenant findings', async () => {
    const findings = await findingsOf('CREATE TABLE books (id int PRIMARY KEY); CREATE TABLE loans (book int REFERENCES books);')
    const tenantRules = new Set(RULES.filter(({ topic }) => topic === 'tenant isolation').map(({ id }) => id))
    expect(findings.filter(({ rule }) => tenantRules.has(rule))).toEqual([])
  })
})
