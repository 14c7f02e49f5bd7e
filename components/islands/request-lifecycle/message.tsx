import { passagesOf, wireOf } from '@/lib/lifecycle/topology'
import { cornersOf } from './corners'
import { momentOf } from './following'
import { pointAlong } from './point-along'
import type { Props, Shape } from './topology'

/** The message on its wire; everything between client and edge or edge and origin takes time that is nobody's work. */
export function Message({ figure, followed, position, shape }: Props & { shape: Shape }) {
  const { wire } = momentOf(followed, position)
  const way = wire && wireOf(wire.span)
  if (!wire || !way) return null
  const [from, to, direction] = way
  const route = passagesOf({ at: 0, span: wire.span, phase: 'enter', from, to, isAsync: false }, figure.topology.edges)
  const corners = route.flatMap(({ edge }) => {
    const found = cornersOf(figure.topology.edges.find((it) => it.id === edge)![shape])
    return direction === 'back' ? found.toReversed() : found
  })
  const { x, y } = pointAlong(corners, wire.progress)
  return <circle className="lc-message" cx={x} cy={y} r="6" />
}
