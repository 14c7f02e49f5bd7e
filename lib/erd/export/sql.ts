import type { Column, Deferrability, ForeignKey, Key, Policy, SchemaModel, Table } from '@/lib/erd/model'
import { indexText } from '@/lib/erd/index-text'
import { DEFAULT_SCHEMA, quoteName, quoteNames, quoteText } from '@/lib/erd/names'

/** The model as SQL again: types, tables, then everything that refers to a table, so that order never matters. */
export function exportSql(model: SchemaModel): string {
  const schemas = [
    ...new Set(
      [...model.tables, ...model.views, ...model.enums, ...model.domains, ...model.composites].map(({ schema }) => schema),
    ),
  ]
  const statements = [
    ...schemas.filter((schema) => schema !== DEFAULT_SCHEMA).map((schema) => `CREATE SCHEMA ${quoteName(schema)};`),
    ...model.extensions.map(({ name }) => `CREATE EXTENSION IF NOT EXISTS ${quoteName(name)};`),
    ...typeStatements(model),
    ...model.tables.filter((table) => table.partitionOf === null).map(createTable),
    ...model.tables.filter((table) => table.partitionOf !== null).map(createPartition),
    ...model.tables.flatMap((table) => table.foreignKeys.map(foreignKeyStatement)),
    ...model.tables.flatMap(indexStatements),
    ...model.tables.flatMap(securityStatements),
    ...model.views.map(
      ({ id, materialized, securityInvoker, definition }) =>
        `CREATE ${materialized ? 'MATERIALIZED ' : ''}VIEW ${id}${securityInvoker ? ' WITH (security_invoker = true)' : ''} AS ${definition};`,
    ),
    ...commentStatements(model),
  ]
  return `${statements.join('\n')}\n`
}

function typeStatements(model: SchemaModel): string[] {
  return [
    ...model.enums.map(({ id, values }) => `CREATE TYPE ${id} AS ENUM (${values.map(quoteText).join(', ')});`),
    ...model.domains.map(({ id, baseType, notNull, defaultValue, checks }) => {
      const constraints = checks
        .map(({ name, expression }) => `${name === null ? '' : ` CONSTRAINT ${quoteName(name)}`} CHECK (${expression})`)
        .join('')
      return `CREATE DOMAIN ${id} AS ${baseType}${defaultValue === null ? '' : ` DEFAULT ${defaultValue}`}${notNull ? ' NOT NULL' : ''}${constraints};`
    }),
    ...model.composites.map(
      ({ id, attributes }) =>
        `CREATE TYPE ${id} AS (${attributes.map(({ name, type }) => `${quoteName(name)} ${type}`).join(', ')});`,
    ),
  ]
}

function createTable(table: Table): string {
  const kind = table.persistence === 'permanent' ? '' : `${table.persistence === 'unlogged' ? 'UNLOGGED' : 'TEMPORARY'} `
  const inherits = table.inherits.length > 0 ? ` INHERITS (${table.inherits.join(', ')})` : ''
  const partitioned = table.partitionKey === null ? '' : ` PARTITION BY ${table.partitionKey}`
  const lines = [...table.columns.map(columnText), ...constraintTexts(table)].map((line) => `  ${line}`)
  const foreign =
    table.kind === 'foreign' ? { word: 'FOREIGN TABLE', tail: ' SERVER unknown' } : { word: `${kind}TABLE`, tail: '' }
  return `CREATE ${foreign.word} ${table.id} (\n${lines.join(',\n')}\n)${inherits}${partitioned}${foreign.tail};`
}

/** Columns come from the parent; what a partition has of its own is added to it. */
function createPartition(table: Table): string {
  const partitioned = table.partitionKey === null ? '' : ` PARTITION BY ${table.partitionKey}`
  const constraints = constraintTexts(table).map((text) => `ALTER TABLE ${table.id} ADD ${text};`)
  return [
    `CREATE TABLE ${table.id} PARTITION OF ${table.partitionOf?.parent ?? ''} ${table.partitionOf?.bounds ?? ''}${partitioned};`,
    ...constraints,
  ].join('\n')
}

function columnText(column: Column): string {
  const parts = [quoteName(column.name), column.type]
  if (column.collation !== null) parts.push(`COLLATE ${quoteName(column.collation)}`)
  if (column.notNull) parts.push('NOT NULL')
  if (column.identity !== null) parts.push(`GENERATED ${column.identity.toUpperCase()} AS IDENTITY`)
  if (column.generated)
    parts.push(`GENERATED ALWAYS AS (${column.generated.expression}) ${column.generated.stored ? 'STORED' : 'VIRTUAL'}`)
  if (column.defaultValue !== null) parts.push(`DEFAULT ${column.defaultValue}`)
  return parts.join(' ')
}

function constraintTexts(table: Table): string[] {
  return [
    ...(table.primaryKey ? [keyText(table.primaryKey, 'PRIMARY KEY')] : []),
    ...table.uniques.map((key) => keyText(key, key.nullsNotDistinct ? 'UNIQUE NULLS NOT DISTINCT' : 'UNIQUE')),
    ...table.checks.map(
      (check) =>
        `CONSTRAINT ${quoteName(check.name)} CHECK (${check.expression})${check.noInherit ? ' NO INHERIT' : ''}${check.validated ? '' : ' NOT VALID'}`,
    ),
    ...table.exclusions.map((exclusion) => {
      const elements = exclusion.elements
        .map(({ element, operator }) => `${/^\w+$/.test(element) ? quoteName(element) : `(${element})`} WITH ${operator}`)
        .join(', ')
      const where = exclusion.predicate === null ? '' : ` WHERE (${exclusion.predicate})`
      return `CONSTRAINT ${quoteName(exclusion.name)} EXCLUDE USING ${exclusion.method} (${elements})${where}${deferrabilityText(exclusion.deferrability)}`
    }),
  ]
}

function keyText(key: Key, words: string): string {
  const include = key.include.length > 0 ? ` INCLUDE (${quoteNames(key.include)})` : ''
  return `CONSTRAINT ${quoteName(key.name)} ${words} (${quoteNames(key.columns)})${include}${deferrabilityText(key.deferrability)}`
}

function deferrabilityText(deferrability: Deferrability): string {
  if (deferrability === 'not deferrable') return ''
  return deferrability === 'initially deferred' ? ' DEFERRABLE INITIALLY DEFERRED' : ' DEFERRABLE'
}

function foreignKeyStatement(key: ForeignKey): string {
  const setColumns = key.setColumns.length > 0 ? ` (${quoteNames(key.setColumns)})` : ''
  const actions = `${key.onDelete === 'no action' ? '' : ` ON DELETE ${key.onDelete.toUpperCase()}${setColumns}`}${key.onUpdate === 'no action' ? '' : ` ON UPDATE ${key.onUpdate.toUpperCase()}`}`
  const match = key.match === 'simple' ? '' : ` MATCH ${key.match.toUpperCase()}`
  const columns = key.referencedColumns.length > 0 ? ` (${quoteNames(key.referencedColumns)})` : ''
  const state = !key.enforced ? ' NOT ENFORCED' : key.validated ? '' : ' NOT VALID'
  return `ALTER TABLE ${key.table} ADD CONSTRAINT ${quoteName(key.name)} FOREIGN KEY (${quoteNames(key.columns)}) REFERENCES ${key.referencedTable}${columns}${match}${actions}${deferrabilityText(key.deferrability)}${state};`
}

function indexStatements(table: Table): string[] {
  return table.indexes.map(
    (index) => `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${quoteName(index.name)} ON ${table.id} USING ${indexText(index)};`,
  )
}

function securityStatements(table: Table): string[] {
  return [
    ...(table.rowSecurity.enabled ? [`ALTER TABLE ${table.id} ENABLE ROW LEVEL SECURITY;`] : []),
    ...(table.rowSecurity.forced ? [`ALTER TABLE ${table.id} FORCE ROW LEVEL SECURITY;`] : []),
    ...table.policies.map((policy) => policyStatement(table, policy)),
  ]
}

const SPECIAL_ROLES = new Set(['public', 'current_user', 'current_role', 'session_user'])

function policyStatement(table: Table, policy: Policy): string {
  const roles = policy.roles.map((role) => (SPECIAL_ROLES.has(role) ? role.toUpperCase() : quoteName(role))).join(', ')
  const using = policy.using === null ? '' : ` USING (${policy.using})`
  const check = policy.check === null ? '' : ` WITH CHECK (${policy.check})`
  return `CREATE POLICY ${quoteName(policy.name)} ON ${table.id}${policy.permissive ? '' : ' AS RESTRICTIVE'} FOR ${policy.command.toUpperCase()} TO ${roles}${using}${check};`
}

function commentStatements(model: SchemaModel): string[] {
  const about = (what: string, comment: string | null): string[] =>
    comment === null ? [] : [`COMMENT ON ${what} IS ${quoteText(comment)};`]
  const ofTable = (table: Table): string[] => {
    const constraints = [
      ...(table.primaryKey ? [table.primaryKey] : []),
      ...table.uniques,
      ...table.foreignKeys,
      ...table.checks,
      ...table.exclusions,
    ]
    return [
      ...about(`TABLE ${table.id}`, table.comment),
      ...table.columns.flatMap((column) => about(`COLUMN ${table.id}.${quoteName(column.name)}`, column.comment)),
      ...constraints.flatMap(({ name, comment }) => about(`CONSTRAINT ${quoteName(name)} ON ${table.id}`, comment)),
      ...table.policies.flatMap(({ name, comment }) => about(`POLICY ${quoteName(name)} ON ${table.id}`, comment)),
      ...table.indexes.flatMap(({ name, comment }) =>
        about(`INDEX ${table.schema === DEFAULT_SCHEMA ? '' : `${quoteName(table.schema)}.`}${quoteName(name)}`, comment),
      ),
    ]
  }
  return [
    ...[...model.enums, ...model.composites].flatMap(({ id, comment }) => about(`TYPE ${id}`, comment)),
    ...model.domains.flatMap(({ id, comment }) => about(`DOMAIN ${id}`, comment)),
    ...model.tables.flatMap(ofTable),
    ...model.views.flatMap(({ id, materialized, comment }) =>
      about(`${materialized ? 'MATERIALIZED VIEW' : 'VIEW'} ${id}`, comment),
    ),
  ]
}
