import type { AlterTableCmd, AlterTableStmt } from '@pgsql/types'
import { qualifiedName } from '@/lib/erd/names'
import { alterColumn, isColumnCommand } from './alter-column'
import { addColumn } from './column'
import { addConstraint } from './constraint'
import { failed, ignored, missingTable, type Complaint, type Outcome, type SchemaDraft, type TableDraft } from './draft'
import { boundsText } from './partition'
import type { StatementSource } from './statement-source'
import { nameOfRelation } from './syntax-tree'

type Effect = { readonly used: boolean; readonly unused: readonly string[]; readonly complaint?: Complaint }

const NOTHING: Effect = { used: false, unused: [] }
const DONE: Effect = { used: true, unused: [] }

export function alterTable(draft: SchemaDraft, statement: AlterTableStmt, source: StatementSource): Outcome {
  const commands = (statement.cmds ?? []).flatMap((node) => ('AlterTableCmd' in node ? [node.AlterTableCmd] : []))
  const object = (statement.objtype ?? 'OBJECT_TABLE')
    .replace('OBJECT_', '')
    .replace('MATVIEW', 'MATERIALIZED VIEW')
    .replace('_', ' ')
  const kinds = commands.map((command) => `ALTER ${object} ${commandWords(command)}`)
  const isTable = statement.objtype === 'OBJECT_TABLE' || statement.objtype === 'OBJECT_FOREIGN_TABLE'
  // Owner, statistics and the like touch sequences and views too, so they are set aside before the table is looked up.
  if (!isTable || commands.every((command) => !isRelevant(command))) return ignored(kinds[0] ?? `ALTER ${object}`)
  const { schema, name } = nameOfRelation(statement.relation, draft.searchSchema)
  const id = qualifiedName(schema, name)
  const table = draft.tables.get(id)
  if (!table) return statement.missing_ok ? ignored('ALTER TABLE IF EXISTS of a missing table') : missingTable(id)
  const effects = commands.map((command) => applyCommand(draft, table, command, source))
  const complaint = effects.find((effect) => effect.complaint)?.complaint
  if (complaint) return failed(complaint.code, complaint.message)
  return {
    kind: 'used',
    ignoredClauses: effects.flatMap((effect, position) => (effect.used ? effect.unused : [kinds[position] ?? 'ALTER TABLE'])),
  }
}

function isRelevant(command: AlterTableCmd): boolean {
  return RELEVANT.has(command.subtype ?? '') || isColumnCommand(command)
}

const RELEVANT = new Set([
  'AT_AddColumn',
  'AT_DropColumn',
  'AT_AddConstraint',
  'AT_DropConstraint',
  'AT_ValidateConstraint',
  'AT_AttachPartition',
  'AT_DetachPartition',
  'AT_AddInherit',
  'AT_DropInherit',
  'AT_EnableRowSecurity',
  'AT_DisableRowSecurity',
  'AT_ForceRowSecurity',
  'AT_NoForceRowSecurity',
])

function commandWords(command: AlterTableCmd): string {
  return (command.subtype ?? '')
    .replace('AT_', '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace('Change Owner', 'Owner To')
    .replace(/Trig\b/, 'Trigger')
    .replace('Rel Options', '(storage parameters)')
    .toUpperCase()
}

function applyCommand(draft: SchemaDraft, table: TableDraft, command: AlterTableCmd, source: StatementSource): Effect {
  if (isColumnCommand(command)) return asEffect(alterColumn(draft, table, command))
  switch (command.subtype) {
    case 'AT_AddColumn':
      return addOneColumn(draft, table, command, source)
    case 'AT_DropColumn':
      dropColumn(table, command.name ?? '')
      return DONE
    case 'AT_AddConstraint':
      return addOneConstraint(draft, table, command, source)
    case 'AT_DropConstraint':
      dropConstraint(table, command.name ?? '')
      return DONE
    case 'AT_ValidateConstraint':
      return validate(table, command.name ?? '')
    case 'AT_AttachPartition':
      return attach(draft, table, command)
    case 'AT_DetachPartition':
      return detach(draft, command)
    case 'AT_AddInherit':
    case 'AT_DropInherit':
      return changeInheritance(draft, table, command)
    case 'AT_EnableRowSecurity':
      return secure(table, { enabled: true })
    case 'AT_DisableRowSecurity':
      return secure(table, { enabled: false })
    case 'AT_ForceRowSecurity':
      return secure(table, { forced: true })
    case 'AT_NoForceRowSecurity':
      return secure(table, { forced: false })
    default:
      return NOTHING
  }
}

function asEffect(complaint: Complaint | null): Effect {
  return complaint ? { ...NOTHING, complaint } : DONE
}

function addOneColumn(draft: SchemaDraft, table: TableDraft, command: AlterTableCmd, source: StatementSource): Effect {
  if (!command.def || !('ColumnDef' in command.def)) return NOTHING
  const name = command.def.ColumnDef.colname ?? ''
  if (table.columns.some((column) => column.name === name)) {
    return command.missing_ok
      ? NOTHING
      : asEffect({ code: 'duplicate-column', message: `column ${name} of table ${table.id} already exists` })
  }
  return { used: true, unused: addColumn(draft, table, command.def.ColumnDef, source) }
}

function addOneConstraint(draft: SchemaDraft, table: TableDraft, command: AlterTableCmd, source: StatementSource): Effect {
  if (!command.def || !('Constraint' in command.def)) return NOTHING
  const leftOver = addConstraint({ draft, table, source, column: null }, command.def.Constraint)
  return { used: true, unused: leftOver === null ? [] : [leftOver] }
}

function dropColumn(table: TableDraft, name: string): void {
  table.columns = table.columns.filter((column) => column.name !== name)
  if (table.primaryKey?.columns.includes(name)) table.primaryKey = null
  table.uniques = table.uniques.filter((key) => !key.columns.includes(name))
  table.foreignKeys = table.foreignKeys.filter((key) => !key.columns.includes(name))
  table.indexes = table.indexes.filter((index) => !index.parts.some((part) => part.column === name))
}

function dropConstraint(table: TableDraft, name: string): void {
  if (table.primaryKey?.name === name) table.primaryKey = null
  table.uniques = table.uniques.filter((key) => key.name !== name)
  table.foreignKeys = table.foreignKeys.filter((key) => key.name !== name)
  table.checks = table.checks.filter((check) => check.name !== name)
  table.exclusions = table.exclusions.filter((exclusion) => exclusion.name !== name)
}

function validate(table: TableDraft, name: string): Effect {
  for (const constraint of [...table.foreignKeys, ...table.checks]) if (constraint.name === name) constraint.validated = true
  return DONE
}

function attach(draft: SchemaDraft, parent: TableDraft, command: AlterTableCmd): Effect {
  if (!command.def || !('PartitionCmd' in command.def)) return NOTHING
  const { name, bound } = command.def.PartitionCmd
  const child = findChild(draft, name)
  if (!child)
    return asEffect({ code: 'missing-table', message: `partition ${name?.relname ?? ''} is not defined before this statement` })
  child.partitionOf = { parent: parent.id, bounds: bound ? boundsText(bound) : 'DEFAULT' }
  if (child.kind === 'table') child.kind = 'partition'
  return DONE
}

function detach(draft: SchemaDraft, command: AlterTableCmd): Effect {
  if (!command.def || !('PartitionCmd' in command.def)) return NOTHING
  const child = findChild(draft, command.def.PartitionCmd.name)
  if (!child) return NOTHING
  child.partitionOf = null
  if (child.kind === 'partition') child.kind = 'table'
  return DONE
}

function changeInheritance(draft: SchemaDraft, table: TableDraft, command: AlterTableCmd): Effect {
  if (!command.def || !('RangeVar' in command.def)) return NOTHING
  const { schema, name } = nameOfRelation(command.def.RangeVar, draft.searchSchema)
  const parent = qualifiedName(schema, name)
  const others = table.inherits.filter((id) => id !== parent)
  table.inherits = command.subtype === 'AT_AddInherit' ? [...others, parent] : others
  return DONE
}

function findChild(draft: SchemaDraft, relation: Parameters<typeof nameOfRelation>[0]): TableDraft | undefined {
  const { schema, name } = nameOfRelation(relation, draft.searchSchema)
  return draft.tables.get(qualifiedName(schema, name))
}

function secure(table: TableDraft, change: Partial<TableDraft['rowSecurity']>): Effect {
  table.rowSecurity = { ...table.rowSecurity, ...change }
  return DONE
}
