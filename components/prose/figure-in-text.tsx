import { Figure } from '@/components/figures/figure'
import type { FigureData } from '@/lib/topology/figure-data'
import type { Written } from './body'

/** A graph of many parts needs the whole body; what is small stays in the column of the text. */
function widthOf(figure: FigureData): 'wide' | 'prose' {
  const isLarge = figure.kind === 'topology' && figure.nodes.length > 6
  return isLarge || (figure.kind === 'sequence' && figure.lanes.length > 4) ? 'wide' : 'prose'
}

type FigureInTextProps = { of: Written; id: string; number: number }

/** `<Figure id="…" />`: drawn at build from the document's own data. */
export function FigureInText({ of, id, number }: FigureInTextProps) {
  const figure = of.fields.figures[id]
  if (!figure) throw new Error(`${of.slug}: there is no figure "${id}" in its front matter.`)
  return (
    <Figure id={`${of.slug}-${id}`} number={number} figure={figure} width={widthOf(figure)} source={<Source figure={figure} />} />
  )
}

/** `source: claim:build-median` leads to the measure on the same page. */
function Source({ figure }: { figure: FigureData }) {
  if (figure.kind !== 'bars') return null
  const claim = /^claim:([a-z0-9-]+)$/.exec(figure.source)?.[1]
  return claim ? <a href={`#claim-${claim}`}>the measured result on this page</a> : figure.source
}
