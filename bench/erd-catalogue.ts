import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { SchemaModel } from '@/lib/erd/model'
import { readSchemaText } from '@/lib/erd/sql/read-schema'

type Facts = Readonly<Record<'columns' | 'foreign keys' | 'keys' | 'policies', readonly string[]>>

/** Never a database that was there before. */
const database = `erd_catalogue_${process.pid}`
const quiet = { ...process.env, PGOPTIONS: '-c client_min_messages=warning' }

/**
 * Reads SQL files twice, as they are and as pg_dump writes them back, and compares each model with what PostgreSQL
 * itself says it made of them: `npm run bench -- erd-catalogue FILE.sql…`, with a server behind the usual PG… variables.
 */
export async function run(files: string[]): Promise<void> {
  if (files.length === 0) console.log('name one or more SQL files')
  const rows: Row[] = []
  for (const file of files) rows.push(...(await compare(file)))
  if (rows.length > 0) console.table(rows)
}

type Row = Readonly<Record<string, string | number>>

async function compare(file: string): Promise<Row[]> {
  const written = readFileSync(file, 'utf8')
  execFileSync('createdb', [database])
  try {
    execFileSync('psql', ['-q', '-X', '-v', 'ON_ERROR_STOP=1', '-d', database], {
      input: written,
      stdio: ['pipe', 'ignore', 'inherit'],
      env: quiet,
    })
    const truth = factsOfCatalogue()
    const dumped = execFileSync('pg_dump', [database], { encoding: 'utf8', maxBuffer: 1 << 30 })
    return [await row(basename(file), written, truth), await row(`${basename(file)}, dumped`, dumped, truth)]
  } finally {
    execFileSync('dropdb', [database])
  }
}

async function row(file: string, sql: string, truth: Facts): Promise<Row> {
  const { model, report } = await readSchemaText(sql, { name: file, file })
  const facts = factsOfModel(model)
  const entries = Object.entries(truth).map(([kind, wanted]): [string, string] => {
    const found = facts[kind as keyof Facts]
    const wrong = [...found.filter((it) => !wanted.includes(it)), ...wanted.filter((it) => !found.includes(it))]
    for (const it of wrong.slice(0, 3)) console.log(`${file}: ${kind}: ${it}`)
    return [kind, wrong.length === 0 ? `${wanted.length} alike` : `${wrong.length} of ${wanted.length} differ`]
  })
  return {
    file,
    statements: report.statements,
    failed: report.failed,
    tables: model.tables.length,
    ...Object.fromEntries(entries),
  }
}

function factsOfModel({ tables }: SchemaModel): Facts {
  // A partition's own key is its parent's; only a dump repeats it.
  const whole = tables.filter((it) => it.partitionOf === null)
  return {
    columns: tables.flatMap((it) => it.columns.map(({ name, notNull }) => `${it.name}.${name} ${notNull}`)),
    'foreign keys': tables.flatMap((it) =>
      it.foreignKeys.map(
        (key) => `${it.name} (${key.columns.join()}) (${key.referencedColumns.join()}) ${key.onDelete} ${key.onUpdate}`,
      ),
    ),
    keys: whole.flatMap((it) =>
      [...(it.primaryKey ? [it.primaryKey] : []), ...it.uniques].map(({ columns }) => `${it.name} (${columns.join()})`),
    ),
    policies: tables.flatMap((it) => it.policies.map(({ name, command }) => `${it.name} ${name} ${command}`)),
  }
}

function factsOfCatalogue(): Facts {
  const ask = (sql: string) =>
    execFileSync('psql', ['-XAt', '-d', database, '-c', sql], { encoding: 'utf8' }).split('\n').filter(Boolean)
  const own = "c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast')"
  const action = (column: string) =>
    `case ${column} when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null' else 'set default' end`
  const names = (keys: string, table: string) =>
    `(select string_agg(a.attname, ',' order by o) from unnest(${keys}) with ordinality u(n, o) join pg_attribute a on a.attrelid = ${table} and a.attnum = n)`
  return {
    columns: ask(
      `select c.relname || '.' || a.attname || ' ' || a.attnotnull from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${own}`,
    ),
    'foreign keys': ask(
      `select c.relname || ' (' || ${names('k.conkey', 'k.conrelid')} || ') (' || ${names('k.confkey', 'k.confrelid')} || ') ' || ${action('k.confdeltype')} || ' ' || ${action('k.confupdtype')} from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and k.conparentid = 0 and ${own}`,
    ),
    keys: ask(
      `select c.relname || ' (' || ${names('k.conkey', 'k.conrelid')} || ')' from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype in ('p', 'u') and not c.relispartition and ${own}`,
    ),
    policies: ask(
      `select c.relname || ' ' || p.polname || ' ' || case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end from pg_policy p join pg_class c on c.oid = p.polrelid`,
    ),
  }
}
