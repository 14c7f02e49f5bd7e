import type { Badge } from '@/lib/topology/drawing'

export function BadgeMark({ badge }: { badge: Badge }) {
  const { x, y, width, text, tone } = badge
  return (
    <>
      <rect className={`dia-ring dia-${tone}`} x={x - width / 2} y={y - 8} width={width} height="16" rx="8" />
      <text className={`dia-number dia-${tone}`} x={x} y={y + 3.8}>
        {text}
      </text>
    </>
  )
}
