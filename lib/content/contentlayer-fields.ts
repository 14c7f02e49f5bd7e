import { z } from 'zod'

/**
 * The kinds of field that we use of Contentlayer's; whatever is nested travels as JSON and is checked by our own schema.
 * Its dates are moments in a time zone; ours are days, which travel as the text they are and cannot move.
 */
export type ContentlayerField = { type: 'string' | 'number' | 'boolean' | 'json'; required: boolean }

type JsonSchemaProperty = { type?: string }

function fieldType(property: JsonSchemaProperty): ContentlayerField['type'] {
  if (property.type === 'string') return 'string'
  if (property.type === 'number' || property.type === 'integer') return 'number'
  if (property.type === 'boolean') return 'boolean'
  return 'json'
}

/** One schema is the source: Contentlayer's field definitions are read off it. */
export function contentlayerFields(schema: z.ZodObject): Record<string, ContentlayerField> {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      { type: fieldType(property as JsonSchemaProperty), required: required.includes(name) },
    ]),
  )
}
