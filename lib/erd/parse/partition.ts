import type { Node, PartitionBoundSpec, PartitionSpec } from '@pgsql/types'
import { quoteName } from '@/lib/erd/names'
import { expressionText } from './expression'

const STRATEGIES = {
  PARTITION_STRATEGY_LIST: 'LIST',
  PARTITION_STRATEGY_RANGE: 'RANGE',
  PARTITION_STRATEGY_HASH: 'HASH',
} as const

export function partitionKeyText(spec: PartitionSpec): string {
  const parts = (spec.partParams ?? []).map((node) => {
    if (!('PartitionElem' in node)) return ''
    const { name, expr } = node.PartitionElem
    return name === undefined ? `(${expressionText(expr)})` : quoteName(name)
  })
  return `${STRATEGIES[spec.strategy ?? 'PARTITION_STRATEGY_RANGE']} (${parts.join(', ')})`
}

export function boundsText(bound: PartitionBoundSpec): string {
  if (bound.is_default) return 'DEFAULT'
  if (bound.strategy === 'h') return `FOR VALUES WITH (MODULUS ${bound.modulus ?? 0}, REMAINDER ${bound.remainder ?? 0})`
  if (bound.strategy === 'l') return `FOR VALUES IN (${datums(bound.listdatums)})`
  return `FOR VALUES FROM (${datums(bound.lowerdatums)}) TO (${datums(bound.upperdatums)})`
}

function datums(nodes: readonly Node[] | undefined): string {
  return (nodes ?? [])
    .map((node) => expressionText(node).replace(/^(minvalue|maxvalue)$/i, (word) => word.toUpperCase()))
    .join(', ')
}
