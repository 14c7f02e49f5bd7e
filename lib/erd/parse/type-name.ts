import type { Node, TypeName } from '@pgsql/types'
import { qualifiedName } from '@/lib/erd/names'
import { expressionText } from './expression'
import { nameFromParts, textsOf } from './syntax-tree'

const SPOKEN_NAMES: Readonly<Record<string, string>> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  float4: 'real',
  float8: 'double precision',
  bpchar: 'char',
}

const SERIALS: Readonly<Record<string, string>> = {
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
  smallserial: 'smallint',
  serial2: 'smallint',
}

/** The integer type behind `serial` and its relatives, which are a default and not a type; null for anything else. */
export function serialBaseType(type: TypeName | undefined): string | null {
  const names = textsOf(type?.names)
  return names.length === 1 ? (SERIALS[names[0] ?? ''] ?? null) : null
}

export function typeText(type: TypeName | undefined, searchSchema: string): string {
  if (!type) return 'unknown'
  const dimensions = '[]'.repeat((type.arrayBounds ?? []).length)
  return `${type.setof ? 'setof ' : ''}${scalarText(type, searchSchema)}${dimensions}`
}

function scalarText(type: TypeName, searchSchema: string): string {
  const parts = textsOf(type.names)
  const name = parts.at(-1) ?? ''
  const isBuiltIn = parts.length === 1 || parts[0] === 'pg_catalog'
  if (isBuiltIn && name === 'interval' && type.typmods)
    return expressionText({ TypeName: { ...type, arrayBounds: [] } }).replace('pg_catalog.', '')
  if (!isBuiltIn) {
    const { schema } = nameFromParts(parts, searchSchema)
    return `${qualifiedName(schema, name)}${modifiers(type.typmods)}`
  }
  const spoken = SPOKEN_NAMES[name] ?? (parts[0] === 'pg_catalog' ? name : bareTypeName(name))
  // `char` alone is stored with a length of one; saying so is noise.
  const length = modifiers(type.typmods)
  return spoken === 'char' && length === '(1)' ? 'char' : `${spoken}${length}`
}

function bareTypeName(name: string): string {
  return qualifiedName('public', name)
}

function modifiers(typmods: readonly Node[] | undefined): string {
  if (!typmods || typmods.length === 0) return ''
  return `(${typmods.map(expressionText).join(',')})`
}
