import { z } from 'zod'

/** A schema without what only says that the value may be left out, or what is made of it. */
export function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap())
  if (schema instanceof z.ZodPipe) return unwrap(schema.in)
  return schema
}

/** The option of a union that a value is meant for, by the literal field that tells them apart. */
function optionFor(schema: z.ZodUnion, value: unknown): unknown {
  const isRecord = typeof value === 'object' && value !== null
  const objects = schema.options.filter((it) => it instanceof z.ZodObject)
  return objects.find((it) =>
    Object.entries(it.shape as Record<string, unknown>).some(
      ([name, field]) =>
        field instanceof z.ZodLiteral && isRecord && field.values.has((value as Record<string, never>)[name] ?? ''),
    ),
  )
}

/** The schema of one field or item of a value. */
export function childSchema(schema: unknown, key: PropertyKey, value: unknown): unknown {
  const bare = unwrap(schema)
  if (bare instanceof z.ZodObject) return childValue(bare.shape, key)
  if (bare instanceof z.ZodArray) return bare.element
  if (bare instanceof z.ZodRecord) return bare.valueType
  if (bare instanceof z.ZodUnion) return childSchema(optionFor(bare, value), key, value)
  return undefined
}

/** Only what is the value's own: a field may be called `constructor`. */
export const childValue = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined

/** The schema at a path, and the value there. */
export function atPath(schema: unknown, value: unknown, path: readonly PropertyKey[]): { schema: unknown; value: unknown } {
  let at = { schema, value }
  for (const key of path) at = { schema: childSchema(at.schema, key, at.value), value: childValue(at.value, key) }
  return at
}

/** The names of the fields at that place, where it is a group of fields. */
export function fieldNames(schema: unknown, value: unknown): string[] {
  const bare = unwrap(schema)
  if (bare instanceof z.ZodObject) return Object.keys(bare.shape)
  return bare instanceof z.ZodUnion ? fieldNames(optionFor(bare, value), value) : []
}

/** Every single value below a place, with its schema and its path. */
export function* leaves(
  schema: unknown,
  value: unknown,
  path: readonly PropertyKey[] = [],
): Generator<{ schema: unknown; value: unknown; path: readonly PropertyKey[] }> {
  if (typeof value !== 'object' || value === null) {
    yield { schema: unwrap(schema), value, path }
    return
  }
  const keys: PropertyKey[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  for (const key of keys) {
    const child = childSchema(schema, key, value)
    if (child) yield* leaves(child, childValue(value, key), [...path, key])
  }
}
