import type { ExplorerData, ExplorerReference, ExplorerTable } from './explore/explorer-data'
import { findHubs } from './hubs'
import { indexText } from './index-text'
import type { ForeignKey, SchemaModel, Table } from './model'

/** Reduces the model to what the browser explores. Partitions stand for their parent and are left out. */
export function projectForExplorer(model: SchemaModel): ExplorerData {
  const tables = model.tables.filter((table) => table.partitionOf === null)
  const drawn = new Set(tables.map((table) => table.id))
  const keys = tables.flatMap((table) => table.foreignKeys).filter((key) => drawn.has(key.referencedTable))
  return {
    name: model.name,
    hubs: findHubs(model),
    tables: tables.map(projectTable),
    references: keys.sort((a, b) => a.line - b.line).map(projectReference),
  }
}

function projectTable(table: Table): ExplorerTable {
  return {
    id: table.id,
    comment: table.comment,
    columns: table.columns.map(({ name, type, notNull, defaultValue, comment }) => ({
      name,
      type,
      notNull,
      hasDefault: defaultValue !== null,
      comment,
    })),
    indexes: table.indexes.map((index) => ({ name: index.name, text: indexText(index) })),
    policies: table.policies.map(({ name, command }) => ({ name, command })),
  }
}

function projectReference(key: ForeignKey): ExplorerReference {
  return {
    id: `${key.table}.${key.name}`,
    table: key.table,
    columns: key.columns,
    referencedTable: key.referencedTable,
    referencedColumns: key.referencedColumns,
    onDelete: key.onDelete,
    onUpdate: key.onUpdate,
    setColumns: key.setColumns,
    deferred: key.deferrability === 'initially deferred',
    required: key.cardinality.parent === 'exactly one',
  }
}
