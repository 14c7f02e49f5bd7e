/** How SQL itself would call a statement that the model has no place for. */
export function statementKind(tag: string, text: string): string {
  const known = KINDS[tag]
  if (known !== undefined) return known
  const words = text
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .trim()
    .split(/\s+/)
    .slice(0, 2)
  return words.join(' ').toUpperCase().slice(0, 40)
}

const KINDS: Readonly<Record<string, string>> = {
  AlterDefaultPrivilegesStmt: 'ALTER DEFAULT PRIVILEGES',
  AlterDomainStmt: 'ALTER DOMAIN',
  AlterExtensionContentsStmt: 'ALTER EXTENSION',
  AlterFunctionStmt: 'ALTER FUNCTION',
  AlterObjectSchemaStmt: 'ALTER … SET SCHEMA',
  AlterOwnerStmt: 'ALTER … OWNER TO',
  AlterPolicyStmt: 'ALTER POLICY',
  AlterRoleStmt: 'ALTER ROLE',
  AlterSeqStmt: 'ALTER SEQUENCE',
  AlterTypeStmt: 'ALTER TYPE',
  CopyStmt: 'COPY',
  CreateAmStmt: 'CREATE ACCESS METHOD',
  CreateCastStmt: 'CREATE CAST',
  CreateConversionStmt: 'CREATE CONVERSION',
  CreateEventTrigStmt: 'CREATE EVENT TRIGGER',
  CreateFdwStmt: 'CREATE FOREIGN DATA WRAPPER',
  CreateForeignServerStmt: 'CREATE SERVER',
  CreateOpClassStmt: 'CREATE OPERATOR CLASS',
  CreateOpFamilyStmt: 'CREATE OPERATOR FAMILY',
  CreatePLangStmt: 'CREATE LANGUAGE',
  CreatePublicationStmt: 'CREATE PUBLICATION',
  CreateRangeStmt: 'CREATE TYPE AS RANGE',
  CreateRoleStmt: 'CREATE ROLE',
  CreateSeqStmt: 'CREATE SEQUENCE',
  CreateStatsStmt: 'CREATE STATISTICS',
  CreateSubscriptionStmt: 'CREATE SUBSCRIPTION',
  CreateTransformStmt: 'CREATE TRANSFORM',
  CreateTrigStmt: 'CREATE TRIGGER',
  CreateUserMappingStmt: 'CREATE USER MAPPING',
  CreatedbStmt: 'CREATE DATABASE',
  DefineStmt: 'CREATE AGGREGATE, OPERATOR or base TYPE',
  DeleteStmt: 'DELETE',
  DoStmt: 'DO',
  DropdbStmt: 'DROP DATABASE',
  GrantRoleStmt: 'GRANT role',
  InsertStmt: 'INSERT',
  RefreshMatViewStmt: 'REFRESH MATERIALIZED VIEW',
  RuleStmt: 'CREATE RULE',
  SecLabelStmt: 'SECURITY LABEL',
  SelectStmt: 'SELECT',
  TransactionStmt: 'BEGIN, COMMIT or ROLLBACK',
  UpdateStmt: 'UPDATE',
  VariableSetStmt: 'SET',
}
