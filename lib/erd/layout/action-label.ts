import type { ForeignKey } from '@/lib/erd/model'

/** What happens to the child, in the words of SQL; nothing for the default of both. */
export function actionLabel(key: Pick<ForeignKey, 'onDelete' | 'onUpdate'>): string {
  const { onDelete, onUpdate } = key
  if (onDelete === 'no action' && onUpdate === 'no action') return ''
  if (onUpdate === 'no action') return `delete ${onDelete}`
  if (onDelete === 'no action') return `update ${onUpdate}`
  return onDelete === onUpdate ? `del, upd ${onDelete}` : `del ${onDelete}, upd ${onUpdate}`
}
