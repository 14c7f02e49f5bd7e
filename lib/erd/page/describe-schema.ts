import type { Geometry } from '@/lib/erd/layout/geometry'
import type { SchemaModel } from '@/lib/erd/model'

/** The drawing in one paragraph, for its description and the head of a page. */
export function describeSchema(model: SchemaModel, geometry: Geometry): string {
  const partitions = model.tables.filter((table) => table.partitionOf !== null).length
  const references = model.tables
    .filter((table) => table.partitionOf === null)
    .reduce((sum, table) => sum + table.foreignKeys.length, 0)
  const secured = model.tables.filter((table) => table.rowSecurity.enabled && table.partitionOf === null).length
  const parts = [
    `${counted(model.tables.length - partitions, 'table')}${partitions > 0 ? ` (and ${counted(partitions, 'partition')})` : ''}`,
    counted(references, 'foreign key'),
    ...(secured > 0 ? [`row-level security on ${secured}`] : []),
    ...(geometry.hubs.length > 0 ? [`references to ${geometry.hubs.join(', ')} are badges on their columns`] : []),
  ]
  return `${parts.join('; ')}.`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
