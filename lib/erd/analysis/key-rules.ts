import type { Table } from '@/lib/erd/model'
import { quoteName } from '@/lib/erd/names'
import type { Observation, Rule } from './finding'

export const KEY_RULES: readonly Rule[] = [
  {
    id: 'primary-key-missing',
    topic: 'structure',
    title: 'A table without a primary key',
    severity: 'medium',
    check: ({ model }) =>
      model.tables
        .filter(
          (table) =>
            table.primaryKey === null && table.partitionOf === null && table.kind !== 'foreign' && table.inherits.length === 0,
        )
        .map((table) => ({
          table: table.id,
          line: table.line,
          explanation: `Nothing tells two rows of ${table.id} apart: no reference can point at one, and logical replication cannot update or delete it.`,
          fix: `Give ${table.id} a primary key, such as id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY.`,
        })),
  },
  {
    id: 'nullable-unique',
    topic: 'structure',
    title: 'A unique key over a column that may be null',
    severity: 'low',
    check: ({ model }) => model.tables.flatMap(nullableUniques),
  },
  {
    id: 'constraint-not-validated',
    topic: 'structure',
    title: 'A constraint that old rows were never held to',
    severity: 'low',
    check: ({ model }) =>
      model.tables.flatMap((table) =>
        [...table.foreignKeys, ...table.checks]
          .filter((constraint) => !constraint.validated)
          .map((constraint): Observation => ({
            table: table.id,
            object: constraint.name,
            line: constraint.line,
            explanation: `${constraint.name} is NOT VALID: it holds for new rows only, and the planner does not rely on it.`,
            fix: `ALTER TABLE ${table.id} VALIDATE CONSTRAINT ${quoteName(constraint.name)};`,
          })),
      ),
  },
  {
    id: 'orphan-table',
    topic: 'structure',
    title: 'A table without any reference',
    severity: 'info',
    check: ({ model }) => {
      const referenced = new Set(model.tables.flatMap((table) => table.foreignKeys.map((key) => key.referencedTable)))
      return model.tables
        .filter((table) => table.partitionOf === null && table.foreignKeys.length === 0 && !referenced.has(table.id))
        .map((table) => ({
          table: table.id,
          line: table.line,
          explanation: `No foreign key leads to ${table.id} or away from it. It may be right to stand alone; more often a reference is missing.`,
          fix: `Look for columns of ${table.id} that hold the key of another table.`,
        }))
    },
  },
]

function nullableUniques(table: Table): Observation[] {
  const keys = table.uniques.map((key) => ({ ...key, ruledOut: [] as readonly string[] }))
  const indexes = table.indexes
    .filter((index) => index.unique)
    .map((index) => ({
      name: index.name,
      line: index.line,
      nullsNotDistinct: index.nullsNotDistinct,
      columns: index.parts.flatMap((part) => part.column ?? []),
      ruledOut: index.predicateNotNull,
    }))
  return [...keys, ...indexes]
    .filter((key) => !key.nullsNotDistinct)
    .flatMap(({ name, columns, line, ruledOut }): Observation[] => {
      const nullable = columns.find(
        (name) => !ruledOut.includes(name) && table.columns.some((column) => column.name === name && !column.notNull),
      )
      return nullable === undefined
        ? []
        : [
            {
              table: table.id,
              object: name,
              column: nullable,
              line,
              explanation: `${name} holds ${nullable}, which may be null, and nulls are never equal: rows with null in it are not kept unique.`,
              fix: `Make ${nullable} NOT NULL, declare the key NULLS NOT DISTINCT, or say WHERE ${quoteName(nullable)} IS NOT NULL in a unique index.`,
            },
          ]
    })
}
