import { describe, expect, it } from 'vitest'
import { checkErdFigure } from '@/lib/content/erd-scenario'

const SCHEMAS = new Map([['saas', ['tenants', 'invoices']]])

describe('a figure in an article', () => {
  it('needs only a schema', () => {
    expect(checkErdFigure({ schema: 'saas' }, SCHEMAS)).toEqual({ ok: true, figure: { schema: 'saas', mode: 'all', hops: 1 } })
    expect(checkErdFigure({ schema: 'saas', focus: 'invoices', hops: 2, mode: 'keys' }, SCHEMAS)).toMatchObject({ ok: true })
  })

  it.each([
    [{}, 'schema is missing', 'content/schemas'],
    [{ schema: 'Saas.sql' }, 'schema is "Saas.sql"', 'lower-case'],
    [{ schema: 'shop' }, 'schema is “shop”', 'saas'],
    [{ schema: 'saas', focus: 'invoice' }, 'focus is “invoice”', 'tenants, invoices'],
    [{ schema: 'saas', mode: 'everything' }, 'mode is "everything"', 'all, keys, names'],
    [{ schema: 'saas', hops: 3 }, 'hops is 3', '1 and 2'],
    [{ schema: 'saas', zoom: 2 }, 'zoom', 'zoom'],
  ])('%j is refused with what was found and what is allowed', (input, found, allowed) => {
    const check = checkErdFigure(input, SCHEMAS)
    const reasons = check.ok ? '' : check.reasons.join(' ')
    expect(reasons).toContain(found)
    expect(reasons).toContain(allowed)
  })
})
