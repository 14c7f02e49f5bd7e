import type { Column, ForeignKey, Table } from '@/lib/erd/model'
import { comparableType } from '@/lib/erd/comparable-type'
import { quoteNames } from '@/lib/erd/names'
import { referenceCycles } from './cycles'
import type { Observation, Rule } from './finding'

export const REFERENCE_RULES: readonly Rule[] = [
  {
    id: 'reference-target-missing',
    topic: 'structure',
    title: 'A foreign key to a table that is not there',
    severity: 'high',
    check: ({ model }) =>
      model.tables.flatMap((table) =>
        table.foreignKeys
          .filter((key) => !key.targetFound)
          .map((key) =>
            observe(key, {
              explanation: `${key.name} refers to ${key.referencedTable}, which this schema does not define.`,
              fix: `Add ${key.referencedTable} to the file, or remove ${key.name}.`,
            }),
          ),
      ),
  },
  {
    id: 'reference-target-not-unique',
    topic: 'structure',
    title: 'A foreign key to columns that are no key',
    severity: 'high',
    check: ({ model, tables }) =>
      model.tables.flatMap((table) =>
        table.foreignKeys
          .filter((key) => isTargetLoose(tables.get(key.referencedTable), key))
          .map((key) =>
            observe(key, {
              explanation: `(${key.referencedColumns.join(', ')}) of ${key.referencedTable} is neither its primary key nor unique; PostgreSQL refuses such a reference.`,
              fix: `ALTER TABLE ${key.referencedTable} ADD UNIQUE (${quoteNames(key.referencedColumns)});`,
            }),
          ),
      ),
  },
  {
    id: 'reference-type-mismatch',
    topic: 'structure',
    title: 'A foreign key between different types',
    severity: 'medium',
    check: ({ model, tables }) =>
      model.tables.flatMap((table) =>
        table.foreignKeys.flatMap((key) => {
          const pair = mismatch(table, tables.get(key.referencedTable), key)
          return pair === null
            ? []
            : [
                {
                  ...observe(key, {
                    explanation: `${key.table}.${pair.ours.name} is ${pair.ours.type}, ${key.referencedTable}.${pair.theirs.name} is ${pair.theirs.type}. Every comparison converts, and a value can fit one side only.`,
                    fix: `ALTER TABLE ${key.table} ALTER COLUMN ${pair.ours.name} TYPE ${pair.theirs.type};`,
                  }),
                  column: pair.ours.name,
                },
              ]
        }),
      ),
  },
  {
    id: 'reference-sets-required-null',
    topic: 'structure',
    title: 'SET NULL on a column that may not be null',
    severity: 'high',
    check: ({ model }) =>
      model.tables.flatMap((table) =>
        table.foreignKeys.flatMap((key) => {
          const column = requiredColumnSetNull(table, key)
          return column === null
            ? []
            : [
                {
                  ...observe(key, {
                    explanation: `Deleting from ${key.referencedTable} would set ${column} of ${key.table} to null, which is NOT NULL: the deletion fails when it is tried.`,
                    fix:
                      key.columns.length > 1
                        ? `ON DELETE SET NULL (…) with the columns that may be null, or drop NOT NULL from ${column}.`
                        : `Use CASCADE or RESTRICT, or drop NOT NULL from ${column}.`,
                  }),
                  column,
                },
              ]
        }),
      ),
  },
  {
    id: 'reference-cycle',
    topic: 'structure',
    title: 'Tables that refer to each other in a circle',
    severity: 'info',
    check: ({ model }) =>
      referenceCycles(model).map(({ tables, isDeadlocked, first }): Observation => ({
        table: tables[0] ?? '',
        object: first.name,
        column: first.columns[0] ?? null,
        line: first.line,
        severity: isDeadlocked ? 'medium' : 'info',
        explanation: isDeadlocked
          ? `${[...tables, tables[0]].join(' → ')}: every reference in the circle is required and checked at once, so no first row can be inserted.`
          : `${[...tables, tables[0]].join(' → ')}: rows of these tables have to be written in two steps or in one transaction with deferred checks.`,
        fix: isDeadlocked
          ? `Make one reference DEFERRABLE INITIALLY DEFERRED, or let one of its columns be null.`
          : `Nothing, if the circle is meant. Otherwise drop the reference that says the least.`,
      })),
  },
]

function observe(key: ForeignKey, words: { readonly explanation: string; readonly fix: string }): Observation {
  return { table: key.table, object: key.name, column: key.columns.at(-1) ?? null, line: key.line, ...words }
}

function isTargetLoose(target: Table | undefined, key: ForeignKey): boolean {
  if (!target) return false
  if (key.referencedColumns.length === 0) return true
  const keys = [target.primaryKey?.columns ?? [], ...target.uniques.map(({ columns }) => columns)]
  const indexes = target.indexes
    .filter((index) => index.unique && index.predicate === null)
    .map((index) => index.parts.map((part) => part.column ?? ''))
  const wanted = [...key.referencedColumns].sort().join('\n')
  return ![...keys, ...indexes].some((columns) => [...columns].sort().join('\n') === wanted)
}

function mismatch(
  table: Table,
  target: Table | undefined,
  key: ForeignKey,
): { readonly ours: Column; readonly theirs: Column } | null {
  for (const [position, name] of key.columns.entries()) {
    const ours = table.columns.find((column) => column.name === name)
    const theirs = target?.columns.find((column) => column.name === key.referencedColumns[position])
    if (ours && theirs && comparableType(ours.type) !== comparableType(theirs.type)) return { ours, theirs }
  }
  return null
}

function requiredColumnSetNull(table: Table, key: ForeignKey): string | null {
  const onDelete = key.onDelete === 'set null' ? (key.setColumns.length > 0 ? key.setColumns : key.columns) : []
  const onUpdate = key.onUpdate === 'set null' ? key.columns : []
  return [...onDelete, ...onUpdate].find((name) => table.columns.some((column) => column.name === name && column.notNull)) ?? null
}
