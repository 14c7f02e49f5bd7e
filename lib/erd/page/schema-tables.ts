import { describeReference } from '@/lib/erd/describe-reference'
import { indexText } from '@/lib/erd/index-text'
import { marksOf } from '@/lib/erd/layout/table-outline'
import type { Column, SchemaModel, Table } from '@/lib/erd/model'
import { html, NOTHING, tableMarkup, type Markup } from './markup'

/**
 * Names anchors by position: any table name would need escaping in an id. A drawn table has the number that its drawing
 * has; partitions are numbered apart. The prefix tells several schemas on one page apart.
 */
export interface Anchors {
  table(id: string): string
  column(id: string, name: string): string
}

export function anchorsFor(model: SchemaModel, prefix = ''): Anchors {
  const names = new Map<string, string>()
  const isPartition = (table: Table): boolean => table.partitionOf !== null
  model.tables.filter((it) => !isPartition(it)).forEach(({ id }, position) => names.set(id, `table-${position}`))
  model.tables.filter(isPartition).forEach(({ id }, position) => names.set(id, `partition-${position}`))
  const byId = new Map(model.tables.map((it) => [it.id, it]))
  const table = (id: string): string => `${prefix}${names.get(id) ?? 'unknown'}`
  return {
    table,
    column: (id, name) => {
      const columns = byId.get(id)?.columns ?? []
      return `${table(id)}-column-${columns.findIndex((column) => column.name === name)}`
    },
  }
}

/** The whole schema as HTML: what the drawing shows, for everybody who does not look at drawings. */
export function renderSchemaTables(model: SchemaModel, prefix = ''): string {
  const anchors = anchorsFor(model, prefix)
  return [...model.tables.map((table) => tableSection(table, anchors)), typesSection(model), viewsSection(model)]
    .map((section) => section.html)
    .join('\n')
}

function tableSection(table: Table, anchors: Anchors): Markup {
  return html`<section class="table" id="${anchors.table(table.id)}">
    <h3>${table.id}</h3>
    ${table.comment === null ? NOTHING : html`<p>${table.comment}</p>`}
    <p class="facts">${facts(table)}</p>
    ${tableMarkup(
      `Columns of ${table.id}`,
      ['Column', 'Type', 'Key', 'Null', 'Default', 'What it is for'],
      table.columns.map((column) => columnRow(table, column, anchors)),
    )}
    ${tableMarkup(
      `References of ${table.id}`,
      ['Foreign key', 'Meaning', 'Line'],
      table.foreignKeys.map(
        (key) =>
          html`<tr>
            <th scope="row">${key.name}</th>
            <td>${describeReference(key)}${key.deferrability === 'not deferrable' ? '' : `; ${key.deferrability}`}</td>
            <td>${key.line}</td>
          </tr>`,
      ),
    )}
    ${tableMarkup(`Rules of ${table.id}`, ['Constraint', 'Kind', 'Definition'], constraintRows(table))}
    ${tableMarkup(
      `Indexes of ${table.id}`,
      ['Index', 'Definition', 'Line'],
      table.indexes.map(
        (index) =>
          html`<tr>
            <th scope="row">${index.name}</th>
            <td><code>${index.unique ? 'unique ' : ''}${indexText(index)}</code></td>
            <td>${index.line}</td>
          </tr>`,
      ),
    )}
    ${tableMarkup(
      `Policies of ${table.id}`,
      ['Policy', 'Command', 'Sees', 'May write'],
      table.policies.map(
        (policy) =>
          html`<tr>
            <th scope="row">${policy.name}</th>
            <td>${policy.command}${policy.permissive ? '' : ', restrictive'}</td>
            <td><code>${policy.using ?? ''}</code></td>
            <td><code>${policy.check ?? ''}</code></td>
          </tr>`,
      ),
    )}
  </section>`
}

function facts(table: Table): string {
  const security = table.rowSecurity.enabled
    ? table.rowSecurity.forced
      ? 'row-level security enabled and forced'
      : 'row-level security enabled'
    : 'no row-level security'
  const parts = [
    `line ${table.line}`,
    security,
    ...(table.partitionKey === null ? [] : [`partitioned by ${table.partitionKey}`]),
    ...(table.partitionOf === null ? [] : [`partition of ${table.partitionOf.parent} ${table.partitionOf.bounds}`]),
    ...(table.inherits.length === 0 ? [] : [`inherits ${table.inherits.join(', ')}`]),
    ...(table.persistence === 'permanent' ? [] : [table.persistence]),
    ...(table.kind === 'foreign' ? ['foreign table'] : []),
  ]
  return parts.join(' · ')
}

function columnRow(table: Table, column: Column, anchors: Anchors): Markup {
  const value = column.generated
    ? `generated: ${column.generated.expression}`
    : column.identity
      ? `identity, ${column.identity}`
      : (column.defaultValue ?? '')
  return html`<tr id="${anchors.column(table.id, column.name)}">
    <th scope="row">${column.name}</th>
    <td><code>${column.type}</code></td>
    <td>${marksOf(table, column.name).join(' ')}</td>
    <td>${column.notNull ? 'no' : 'yes'}</td>
    <td><code>${value}</code></td>
    <td>${column.comment ?? ''}</td>
  </tr>`
}

function constraintRows(table: Table): Markup[] {
  const row = (name: string, kind: string, definition: string): Markup =>
    html`<tr>
      <th scope="row">${name}</th>
      <td>${kind}</td>
      <td><code>${definition}</code></td>
    </tr>`
  return [
    ...(table.primaryKey ? [row(table.primaryKey.name, 'primary key', table.primaryKey.columns.join(', '))] : []),
    ...table.uniques.map((key) =>
      row(key.name, key.nullsNotDistinct ? 'unique, nulls not distinct' : 'unique', key.columns.join(', ')),
    ),
    ...table.checks.map((check) => row(check.name, check.validated ? 'check' : 'check, not validated', check.expression)),
    ...table.exclusions.map((exclusion) =>
      row(
        exclusion.name,
        `exclusion, ${exclusion.method}`,
        exclusion.elements.map(({ element, operator }) => `${element} WITH ${operator}`).join(', '),
      ),
    ),
  ]
}

function typesSection(model: SchemaModel): Markup {
  const rows = [
    ...model.enums.map(
      (type) =>
        html`<tr>
          <th scope="row">${type.id}</th>
          <td>enum</td>
          <td><code>${type.values.join(', ')}</code></td>
          <td>${type.comment ?? ''}</td>
        </tr>`,
    ),
    ...model.domains.map(
      (type) =>
        html`<tr>
          <th scope="row">${type.id}</th>
          <td>domain</td>
          <td><code>${[type.baseType, ...type.checks.map(({ expression }) => `check ${expression}`)].join(' ')}</code></td>
          <td>${type.comment ?? ''}</td>
        </tr>`,
    ),
    ...model.composites.map(
      (type) =>
        html`<tr>
          <th scope="row">${type.id}</th>
          <td>composite</td>
          <td><code>${type.attributes.map(({ name, type: inner }) => `${name} ${inner}`).join(', ')}</code></td>
          <td>${type.comment ?? ''}</td>
        </tr>`,
    ),
  ]
  return rows.length === 0
    ? NOTHING
    : html`<section class="types">
        <h3>Types</h3>
        ${tableMarkup('Types', ['Type', 'Kind', 'Definition', 'What it is for'], rows)}
      </section>`
}

function viewsSection(model: SchemaModel): Markup {
  const rows = model.views.map(
    (view) =>
      html`<tr>
        <th scope="row">${view.id}</th>
        <td>
          ${view.materialized ? 'materialised' : view.securityInvoker ? 'reads with the rights of the reader' : 'reads with the rights of its owner'}
        </td>
        <td>${view.reads.join(', ')}</td>
        <td>${view.comment ?? ''}</td>
      </tr>`,
  )
  return rows.length === 0
    ? NOTHING
    : html`<section class="views">
        <h3>Views</h3>
        ${tableMarkup('Views', ['View', 'Kind', 'Reads', 'What it is for'], rows)}
      </section>`
}
