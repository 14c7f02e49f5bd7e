import type { Node, RangeVar } from '@pgsql/types'

export function textOf(node: Node | undefined): string | null {
  return node && 'String' in node ? (node.String.sval ?? '') : null
}

export function textsOf(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).map(textOf).filter((text) => text !== null)
}

/** The parts of a dotted name, whether the tree holds it as a list or as a type name. */
export function dottedName(node: Node | undefined): string[] {
  if (!node) return []
  if ('List' in node) return textsOf(node.List.items)
  if ('TypeName' in node) return textsOf(node.TypeName.names)
  const single = textOf(node)
  return single === null ? [] : [single]
}

export interface ObjectName {
  readonly schema: string
  readonly name: string
}

export function nameOfRelation(relation: RangeVar | undefined, searchSchema: string): ObjectName {
  return { schema: relation?.schemaname ?? searchSchema, name: relation?.relname ?? '' }
}

export function nameFromParts(parts: readonly string[], searchSchema: string): ObjectName {
  return { schema: parts.length > 1 ? (parts.at(-2) ?? searchSchema) : searchSchema, name: parts.at(-1) ?? '' }
}

/** Calls `visit` for every object in the tree that is tagged with one of the names. */
export function visitTagged(tree: unknown, tag: string, visit: (value: Record<string, unknown>) => void): void {
  if (Array.isArray(tree)) {
    for (const item of tree) visitTagged(item, tag, visit)
    return
  }
  if (!isRecord(tree)) return
  for (const [key, value] of Object.entries(tree)) {
    if (key === tag && isRecord(value)) visit(value)
    visitTagged(value, tag, visit)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
