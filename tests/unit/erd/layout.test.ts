import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { renderSvg } from '@/lib/erd/export/svg'
import type { Geometry, Rectangle } from '@/lib/erd/layout/geometry'
import { layOutSchema, type LayoutChoice } from '@/lib/erd/layout/lay-out-schema'
import { labelWidth } from '@/lib/erd/layout/metrics'
import { syntheticSchema } from '@/tests/fixtures/erd/synthetic-schema'
import { modelOf, readFixture } from './read-for-test'

const LANDSCAPE: LayoutChoice = { mode: 'all', orientation: 'landscape', hubs: 'badge' }
const CHOICES: readonly LayoutChoice[] = (['landscape', 'portrait'] as const).flatMap((orientation) =>
  (['all', 'keys', 'names'] as const).map((mode): LayoutChoice => ({ orientation, mode, hubs: 'badge' })),
)

async function drawn(sql: string, choice: LayoutChoice = LANDSCAPE): Promise<Geometry> {
  return layOutSchema(await modelOf(sql), choice)
}

function svgOf(geometry: Geometry): string {
  return renderSvg(geometry, { title: 'Schema', description: 'A schema.', standalone: true, idPrefix: 'erd' })
}

function onOutline(box: Rectangle, x: number, y: number): boolean {
  return (x === box.x || x === box.x + box.width) && y >= box.y && y <= box.y + box.height
}

describe.each(CHOICES)('the shipped schema, $orientation, $mode', (choice) => {
  it('has no overlaps, no edge through a foreign table, and only upright and level lines', async () => {
    const geometry = await layOutSchema((await readFixture('content/schemas/saas.sql')).model, choice)
    expect(geometry.quality).toMatchObject({ tables: 17, edges: 15, badges: 14, overlaps: 0, edgesThroughTables: 0 })
    for (const edge of geometry.edges) {
      const slanted = edge.points.slice(1).filter((end, at) => end.x !== edge.points[at]?.x && end.y !== edge.points[at]?.y)
      expect([edge.id, slanted]).toEqual([edge.id, []])
    }
  })

  it('lets every edge end on the outline of its two tables, inside the drawing', async () => {
    const geometry = await layOutSchema((await readFixture('content/schemas/saas.sql')).model, choice)
    const boxes = new Map(geometry.tables.map((table) => [table.id, table]))
    for (const { id, from, to, points } of geometry.edges) {
      const [child, parent] = [boxes.get(from), boxes.get(to)]
      const [start, end] = [points[0], points.at(-1)]
      expect([
        id,
        child && start && onOutline(child, start.x, start.y),
        parent && end && onOutline(parent, end.x, end.y),
      ]).toEqual([id, true, true])
      for (const { x, y } of points) expect(x >= 0 && x <= geometry.width && y >= 0 && y <= geometry.height).toBe(true)
    }
  })
})

describe('labels', () => {
  it.each(CHOICES)('begin and end on the sheet, $orientation, $mode', async (choice) => {
    const geometry = await layOutSchema((await readFixture('content/schemas/saas.sql')).model, choice)
    for (const { id, label } of [...geometry.edges, ...geometry.hubEdges]) {
      if (!label) continue
      const end = label.x + labelWidth(label.text) * (label.anchor === 'start' ? 1 : -1)
      expect([id, Math.min(label.x, end) >= 0, Math.max(label.x, end) <= geometry.width, label.y > 8]).toEqual([
        id,
        true,
        true,
        true,
      ])
    }
  })
})

describe('a schema of many tables that refer to few', () => {
  it('is not drawn as one endless column', async () => {
    const children = Array.from(
      { length: 60 },
      (_, at) => `CREATE TABLE c${at} (a int REFERENCES a${at % 6}, b int REFERENCES a${(at + 1) % 6});`,
    )
    const parents = Array.from({ length: 6 }, (_, at) => `CREATE TABLE a${at} (id int PRIMARY KEY);`)
    const { width, height, quality } = await layOutSchema(await modelOf([...parents, ...children].join('')), {
      ...LANDSCAPE,
      hubs: 'edges',
    })
    expect(quality).toMatchObject({ overlaps: 0, edgesThroughTables: 0 })
    expect(height / width).toBeLessThan(2)
  })
})

describe('two builds', () => {
  it('give the same bytes, which are those on record', async () => {
    const { model } = await readFixture('content/schemas/saas.sql')
    for (const orientation of ['landscape', 'portrait'] as const) {
      const choice = { mode: 'all', orientation, hubs: 'badge' } as const
      const [first, second] = [svgOf(await layOutSchema(model, choice)), svgOf(await layOutSchema(model, choice))]
      expect(createHash('sha256').update(first).digest('hex')).toBe(createHash('sha256').update(second).digest('hex'))
      await expect(first).toMatchFileSnapshot(`../../golden/erd/saas-${orientation}.svg`)
    }
  })
})

describe.each([12, 100, 500])('a schema of %i tables', (size) => {
  it('has no overlaps and no edge through a foreign table', async () => {
    const geometry = await drawn(syntheticSchema(size))
    expect(geometry.quality).toMatchObject({ tables: size, overlaps: 0, edgesThroughTables: 0 })
    expect(geometry.quality.badges).toBe(size - 1)
  }, 60_000)
})

describe('the tenant hub', () => {
  const sql =
    'CREATE TABLE tenants (id int PRIMARY KEY); CREATE TABLE a (tenant_id int NOT NULL REFERENCES tenants); CREATE TABLE b (tenant_id int NOT NULL REFERENCES tenants);'

  it('is a badge on the column, with the edge ready for focus', async () => {
    const geometry = await drawn(sql)
    expect(geometry.edges).toEqual([])
    expect(geometry.hubEdges.map(({ from, to }) => [from, to])).toEqual([
      ['a', 'tenants'],
      ['b', 'tenants'],
    ])
    expect(geometry.tables.find(({ id }) => id === 'a')?.rows[0]?.hubs).toEqual(['tenants'])
  })

  it('can be drawn with all its edges', async () => {
    const geometry = await drawn(sql, { ...LANDSCAPE, hubs: 'edges' })
    expect(geometry.edges).toHaveLength(2)
    expect(geometry.tables.flatMap(({ rows }) => rows.flatMap(({ hubs }) => hubs))).toEqual([])
  })
})

describe('cardinality', () => {
  const ends = async (child: string) => {
    const model = await modelOf(`CREATE TABLE p (id int PRIMARY KEY, x int, y int, UNIQUE (x, y)); CREATE TABLE c (${child});`)
    const key = model.tables[1]?.foreignKeys[0]
    return [key?.cardinality.parent, key?.cardinality.child, key?.identifying]
  }

  it.each([
    ['p int REFERENCES p', 'zero or one', 'zero or many', false],
    ['p int NOT NULL REFERENCES p', 'exactly one', 'zero or many', false],
    ['p int UNIQUE REFERENCES p', 'zero or one', 'zero or one', false],
    ['p int PRIMARY KEY REFERENCES p', 'exactly one', 'zero or one', true],
    ['a int, p int REFERENCES p, PRIMARY KEY (a, p)', 'exactly one', 'zero or many', true],
    ['a int NOT NULL, b int, FOREIGN KEY (a, b) REFERENCES p (x, y)', 'zero or one', 'zero or many', false],
    ['a int NOT NULL, b int, FOREIGN KEY (a, b) REFERENCES p (x, y) MATCH FULL', 'exactly one', 'zero or many', false],
    ['a int UNIQUE, b int, FOREIGN KEY (a, b) REFERENCES p (x, y)', 'zero or one', 'zero or one', false],
    ['a int, b int, z int, UNIQUE (a, b, z), FOREIGN KEY (a, b) REFERENCES p (x, y)', 'zero or one', 'zero or many', false],
  ])('of %s follows from NOT NULL and UNIQUE', async (child, parentEnd, childEnd, identifying) => {
    expect(await ends(child)).toEqual([parentEnd, childEnd, identifying])
  })

  it('is not narrowed by a partial or expression index', async () => {
    const model = await modelOf(
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p, gone boolean); CREATE UNIQUE INDEX i ON c (p) WHERE NOT gone; CREATE UNIQUE INDEX j ON c ((p + 1));',
    )
    expect(model.tables[1]?.foreignKeys[0]?.cardinality.child).toBe('zero or many')
  })

  it('shows at both ends: a foot and a ring at the child, two bars or a bar and a ring at the parent', async () => {
    const geometry = await drawn(
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (a int NOT NULL REFERENCES p, b int UNIQUE REFERENCES p);',
    )
    const strokes = geometry.edges.map(({ childMark, parentMark }) =>
      [childMark, parentMark].map((path) => path.replace(/[-\d.\s]+/g, '')),
    )
    expect(strokes).toEqual([
      ['MLLMaa', 'MVMV'],
      ['MVMaa', 'MVMaa'],
    ])
  })
})

describe('a composite key', () => {
  it('is one line with a bracket over its columns at both ends', async () => {
    const geometry = await drawn(
      'CREATE TABLE p (x int, y int, PRIMARY KEY (x, y)); CREATE TABLE c (id int PRIMARY KEY, a int, gap int, b int, FOREIGN KEY (a, b) REFERENCES p ON DELETE CASCADE);',
    )
    const [edge] = geometry.edges
    expect(geometry.edges).toHaveLength(1)
    const rows = geometry.tables.find(({ id }) => id === 'c')?.rows ?? []
    for (const name of ['a', 'b']) expect(edge?.childBracket).toContain(` ${rows.find(({ column }) => column === name)?.y}H`)
    expect(edge?.childBracket).not.toContain(` ${rows.find(({ column }) => column === 'gap')?.y}H`)
    expect(edge?.parentBracket).not.toBeNull()
    expect(edge?.label?.text).toBe('delete cascade')
  })
})

describe('crossing lines', () => {
  it('hop over each other', async () => {
    const geometry = await layOutSchema((await readFixture('content/schemas/saas.sql')).model, LANDSCAPE)
    const hops = geometry.edges.reduce((sum, edge) => sum + (edge.path.match(/a4 4/g)?.length ?? 0), 0)
    expect(geometry.quality.crossings).toBeGreaterThan(0)
    expect(hops).toBeGreaterThan(0)
  })
})

describe('unusual schemas', () => {
  it.each([
    ['self-reference', 'CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t);', 1],
    [
      'two keys between the same tables',
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (a int REFERENCES p, b int NOT NULL REFERENCES p);',
      2,
    ],
    [
      'circle',
      'CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a); ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;',
      2,
    ],
    [
      'circle of three with a self-reference',
      'CREATE TABLE a (id int PRIMARY KEY, x int, s int REFERENCES a); CREATE TABLE b (id int PRIMARY KEY, x int REFERENCES a); CREATE TABLE c (id int PRIMARY KEY, x int REFERENCES b); ALTER TABLE a ADD FOREIGN KEY (x) REFERENCES c;',
      4,
    ],
    [
      '100 columns',
      `CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t, ${Array.from({ length: 98 }, (_, at) => `c${at} int`).join(', ')});`,
      1,
    ],
    [
      'names of 63 bytes, quoted, Unicode',
      `CREATE TABLE "${'ü'.repeat(31)}" ("日本語の列" int PRIMARY KEY, "a b; c" int REFERENCES "${'ü'.repeat(31)}");`,
      1,
    ],
    ['table without columns', 'CREATE TABLE t ();', 0],
    ['missing target', 'CREATE TABLE t (a int REFERENCES gone);', 0],
    [
      'keys on the same column',
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE q (id int PRIMARY KEY); CREATE TABLE c (a int REFERENCES p, FOREIGN KEY (a) REFERENCES q);',
      2,
    ],
  ])('%s: drawn in every mode without overlaps', async (_, sql, edges) => {
    for (const choice of CHOICES) {
      const { quality, width, height } = await drawn(sql, choice)
      expect(quality).toMatchObject({ edges, overlaps: 0, edgesThroughTables: 0 })
      expect(width > 0 && height > 0 && Number.isFinite(width * height)).toBe(true)
    }
  })

  it('the empty schema is an empty drawing', async () => {
    for (const choice of CHOICES) expect((await drawn('', choice)).tables).toEqual([])
  })

  it('a hundred columns are cut, but never the keys', async () => {
    const columns = Array.from({ length: 99 }, (_, at) => `c${at} int`).join(', ')
    const geometry = await drawn(`CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (${columns}, p int REFERENCES p);`)
    const table = geometry.tables.find(({ id }) => id === 't')
    expect([table?.rows.length, table?.hiddenRows, table?.rows.some(({ column }) => column === 'p')]).toEqual([60, 40, true])
  })

  it('HTML in names and comments stays text', async () => {
    const geometry = await drawn(`CREATE TABLE "<script>alert(1)</script>" ("<b>" "&"."'<i>'", "]]>" int);`)
    const svg = svgOf(geometry)
    expect(svg).not.toMatch(/<script|<b>|<i>|]]>/)
    expect(svg).toContain('&lt;script&gt;')
  })
})

describe('the SVG', () => {
  it('carries neither inline styles nor handlers nor anything from elsewhere', async () => {
    const svg = svgOf(await layOutSchema((await readFixture('content/schemas/saas.sql')).model, LANDSCAPE))
    expect(svg).not.toMatch(/\sstyle=|\son\w+=|href=|url\(/)
    expect(svg.match(/<title[ >]/g)?.length).toBe(1 + 17 + 15 + 14)
  })
})
