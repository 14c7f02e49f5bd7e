import { ErdFigure } from '@/components/islands/erd-explorer/erd-figure'
import { erdDocument, schemaNames } from '@/lib/content/erd'
import { checkErdFigure } from '@/lib/content/erd-scenario'

type ErdExplorerProps = {
  /** The document it stands in, for who has to put it right. */
  of: string
  wanted: Record<string, unknown>
  number: number
}

/** `<ErdExplorer schema="saas" focus="invoices" />` in MDX. */
export async function ErdExplorer({ of, wanted: props, number }: ErdExplorerProps) {
  const names = schemaNames()
  const schema = typeof props.schema === 'string' && names.includes(props.schema) ? await erdDocument(props.schema) : null
  const tables = new Map(names.map((name): [string, string[]] => [name, []]))
  if (schema)
    tables.set(
      schema.name,
      schema.model.tables.filter((it) => it.partitionOf === null).map((it) => it.id),
    )
  const check = checkErdFigure({ ...props, ...(typeof props.hops === 'string' ? { hops: Number(props.hops) } : {}) }, tables)
  if (!check.ok || !schema)
    throw new Error(`<ErdExplorer> number ${number} in ${of}: ${check.ok ? 'schema is missing' : check.reasons.join('; ')}.`)
  const { focus = null, mode, hops, caption } = check.figure
  return (
    <ErdFigure
      id={`erd-${number}-${schema.name}`}
      document={schema}
      focus={focus}
      mode={mode}
      hops={hops}
      caption={caption ?? null}
      isLab={false}
    />
  )
}
