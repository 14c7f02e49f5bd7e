import type { AlterTableCmd } from '@pgsql/types'
import { applyIdentity } from './column'
import { findColumn, type Complaint, type ColumnDraft, type SchemaDraft, type TableDraft } from './draft'
import { expressionText, optionalExpression } from './expression'
import { typeText } from './type-name'

type Change = (column: ColumnDraft, command: AlterTableCmd, draft: SchemaDraft) => void

const CHANGES: Readonly<Record<string, Change>> = {
  AT_ColumnDefault: (column, command) => {
    column.defaultValue = optionalExpression(command.def)
  },
  AT_SetNotNull: (column) => {
    column.notNull = true
  },
  AT_DropNotNull: (column) => {
    column.notNull = false
  },
  AT_AddIdentity: (column, command) => {
    if (command.def && 'Constraint' in command.def) applyIdentity(column, command.def.Constraint)
  },
  AT_DropIdentity: (column) => {
    column.identity = null
  },
  AT_DropExpression: (column) => {
    column.generated = null
  },
  AT_SetExpression: (column, command) => {
    column.generated = { stored: true, ...column.generated, expression: expressionText(command.def) }
  },
  AT_AlterColumnType: (column, command, draft) => {
    if (command.def && 'ColumnDef' in command.def) column.type = typeText(command.def.ColumnDef.typeName, draft.searchSchema)
  },
}

export function isColumnCommand(command: AlterTableCmd): boolean {
  return command.subtype !== undefined && command.subtype in CHANGES
}

export function alterColumn(draft: SchemaDraft, table: TableDraft, command: AlterTableCmd): Complaint | null {
  const name = command.name ?? ''
  const column = findColumn(table, name)
  const change = CHANGES[command.subtype ?? '']
  if (column && change) {
    change(column, command, draft)
    return null
  }
  // A partition or a child table may hold the column through its parent, whose columns are copied at the end.
  if (table.partitionOf || table.inherits.length > 0) return null
  return { code: 'missing-column', message: `column ${name} of table ${table.id} is not defined before this statement` }
}
