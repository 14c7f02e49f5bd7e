import type { CreateSchemaStmt, Node } from '@pgsql/types'
import { alterTable } from './alter-table'
import { commentOn } from './comment-on'
import { createIndex } from './create-index'
import { createPolicy } from './create-policy'
import { createForeignTable, createTable } from './create-table'
import { alterEnum, createComposite, createDomain, createEnum } from './create-type'
import { createMaterializedView, createView } from './create-view'
import { ignored, USED, type Outcome, type SchemaDraft } from './draft'
import { dropObjects } from './drop'
import { searchPathFromSelect, searchPathFromSet } from './search-path'
import { statementKind } from './statement-kind'
import type { StatementSource } from './statement-source'

/** Lets one parsed statement change the draft and says what became of it. */
export function applyStatement(draft: SchemaDraft, node: Node, source: StatementSource): Outcome {
  if ('CreateStmt' in node) return createTable(draft, node.CreateStmt, source)
  if ('AlterTableStmt' in node) return alterTable(draft, node.AlterTableStmt, source)
  if ('CommentStmt' in node) return commentOn(draft, node.CommentStmt)
  if ('IndexStmt' in node) return createIndex(draft, node.IndexStmt, source)
  if ('CreatePolicyStmt' in node) return createPolicy(draft, node.CreatePolicyStmt, source)
  if ('CreateEnumStmt' in node) return createEnum(draft, node.CreateEnumStmt, source)
  if ('AlterEnumStmt' in node) return alterEnum(draft, node.AlterEnumStmt)
  if ('CreateDomainStmt' in node) return createDomain(draft, node.CreateDomainStmt, source)
  if ('CompositeTypeStmt' in node) return createComposite(draft, node.CompositeTypeStmt, source)
  if ('ViewStmt' in node) return createView(draft, node.ViewStmt, source)
  if ('CreateTableAsStmt' in node) return createMaterializedView(draft, node.CreateTableAsStmt, source)
  if ('CreateForeignTableStmt' in node) return createForeignTable(draft, node.CreateForeignTableStmt, source)
  if ('DropStmt' in node) return dropObjects(draft, node.DropStmt)
  if ('CreateExtensionStmt' in node) return addExtension(draft, node.CreateExtensionStmt.extname ?? '', source)
  if ('CreateSchemaStmt' in node) return createSchema(draft, node.CreateSchemaStmt, source)
  return applySetting(draft, node, source)
}

/** `CREATE SCHEMA s CREATE TABLE …`: the tables inside belong to the schema. */
function createSchema(draft: SchemaDraft, statement: CreateSchemaStmt, source: StatementSource): Outcome {
  const elements = statement.schemaElts ?? []
  if (elements.length === 0) return ignored('CREATE SCHEMA')
  const outer = draft.searchSchema
  draft.searchSchema = statement.schemaname ?? outer
  const outcomes = elements.map((element) => applyStatement(draft, element, source))
  draft.searchSchema = outer
  const failure = outcomes.find((outcome) => outcome.kind === 'failed')
  return (
    failure ?? {
      kind: 'used',
      ignoredClauses: outcomes.flatMap((outcome) =>
        outcome.kind === 'ignored' ? [outcome.as] : outcome.kind === 'used' ? (outcome.ignoredClauses ?? []) : [],
      ),
    }
  )
}

function addExtension(draft: SchemaDraft, name: string, source: StatementSource): Outcome {
  if (!draft.extensions.some((extension) => extension.name === name)) draft.extensions.push({ name, line: source.line })
  return USED
}

function applySetting(draft: SchemaDraft, node: Node, source: StatementSource): Outcome {
  const path =
    'VariableSetStmt' in node
      ? searchPathFromSet(node.VariableSetStmt)
      : 'SelectStmt' in node
        ? searchPathFromSelect(node.SelectStmt)
        : null
  if (path !== null) {
    draft.searchSchema = path
    return USED
  }
  if ('GrantStmt' in node) return ignored(node.GrantStmt.is_grant ? 'GRANT' : 'REVOKE')
  if ('CreateFunctionStmt' in node) return ignored(node.CreateFunctionStmt.is_procedure ? 'CREATE PROCEDURE' : 'CREATE FUNCTION')
  const tag = Object.keys(node)[0] ?? ''
  const kind = statementKind(tag, source.text)
  if (tag !== 'RenameStmt' && tag !== 'AlterPolicyStmt' && tag !== 'AlterObjectSchemaStmt') return ignored(kind)
  const message = `${kind} is not followed: the model keeps what was defined before it`
  return { kind: 'ignored', as: kind, warnings: [{ code: 'change-not-followed', message }] }
}
