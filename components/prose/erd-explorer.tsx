import { ErdFigure } from '@/components/islands/erd-explorer/erd-figure'
import { erdDocument, schemaNames } from '@/lib/content/erd'
import { checkErdFigure } from '@/lib/content/erd-scenario'

/** `<ErdExplorer schema="saas" focus="invoices" />` in MDX. */
export async function ErdExplorer(props: Record<string, unknown>) {
  const names = schemaNames()
  const wanted = typeof props.schema === 'string' && names.includes(props.schema) ? await erdDocument(props.schema) : null
  const tables = new Map(names.map((name): [string, string[]] => [name, []]))
  if (wanted)
    tables.set(
      wanted.name,
      wanted.model.tables.filter((it) => it.partitionOf === null).map((it) => it.id),
    )
  const check = checkErdFigure({ ...props, ...(typeof props.hops === 'string' ? { hops: Number(props.hops) } : {}) }, tables)
  if (!check.ok || !wanted) throw new Error(`ErdExplorer: ${check.ok ? 'schema is missing' : check.reasons.join('; ')}.`)
  const { focus = null, mode, hops, caption } = check.figure
  return <ErdFigure document={wanted} focus={focus} mode={mode} hops={hops} caption={caption ?? null} ownsAddress={false} />
}
