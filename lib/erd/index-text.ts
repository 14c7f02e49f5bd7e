import type { IndexPart, TableIndex } from './model'
import { quoteName, quoteNames } from './names'

/** The definition behind the index's name: `btree (tenant_id, lower(email)) WHERE …`. */
export function indexText(index: TableIndex): string {
  const include = index.include.length > 0 ? ` INCLUDE (${quoteNames(index.include)})` : ''
  const nulls = index.nullsNotDistinct ? ' NULLS NOT DISTINCT' : ''
  const where = index.predicate === null ? '' : ` WHERE ${index.predicate}`
  return `${index.method} (${index.parts.map(indexPartText).join(', ')})${include}${nulls}${where}`
}

export function indexPartText(part: IndexPart): string {
  const subject = part.column === null ? `(${part.expression ?? ''})` : quoteName(part.column)
  const collation = part.collation === null ? '' : ` COLLATE ${quoteName(part.collation)}`
  const operatorClass = part.operatorClass === null ? '' : ` ${part.operatorClass.split('.').map(quoteName).join('.')}`
  const order = part.order === 'desc' ? ' DESC' : ''
  const nulls = part.nulls === null ? '' : ` NULLS ${part.nulls.toUpperCase()}`
  return `${subject}${collation}${operatorClass}${order}${nulls}`
}
