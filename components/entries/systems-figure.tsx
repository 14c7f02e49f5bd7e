import { Figure } from '@/components/figures/figure'
import { FigureCaption } from '@/components/figures/figure-caption'
import { Row } from '@/components/site/sheet'
import type { FigureData } from '@/lib/topology/figure-data'

/** The block diagram of all projects in one system, with its caption in the rail. */
export function SystemsFigure({ figure }: { figure: FigureData }) {
  return (
    <Row className="figure-row" rail={<FigureCaption number={0} caption={figure.caption} as="p" />}>
      <Figure id="systems" number={0} figure={figure} width="wide" caption="elsewhere" list="unseen" />
    </Row>
  )
}
