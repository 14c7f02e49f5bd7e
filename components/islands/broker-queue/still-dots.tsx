import type { Frame } from '@/lib/queue/frame'
import { dotClass, dotShape } from './dot-look'
import type { Layout } from './drawing'
import { placeDots } from './places'

export function StillDots({ frame, layout }: { frame: Frame; layout: Layout }) {
  return placeDots(frame, layout).map(({ dot, x, y }, at) => (
    <path key={at} className={dotClass(dot)} d={dotShape(dot)} transform={`translate(${x} ${y})`} />
  ))
}
