import type { Node } from '@pgsql/types'
import type { IndexPart } from '@/lib/erd/model'
import { optionalExpression } from './expression'
import { textsOf } from './syntax-tree'

export function indexPart(node: Node): IndexPart | null {
  if (!('IndexElem' in node)) return null
  const element = node.IndexElem
  return {
    column: element.name ?? null,
    expression: optionalExpression(element.expr),
    operatorClass: textsOf(element.opclass).join('.') || null,
    collation: textsOf(element.collation).at(-1) ?? null,
    order: element.ordering === 'SORTBY_DESC' ? 'desc' : 'asc',
    nulls:
      element.nulls_ordering === 'SORTBY_NULLS_FIRST' ? 'first' : element.nulls_ordering === 'SORTBY_NULLS_LAST' ? 'last' : null,
  }
}
