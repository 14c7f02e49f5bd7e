import type { Label } from '@/lib/topology/drawing'
import { labelRect } from '@/lib/topology/boundary-boxes'

const MARKER_PAD = 4

/** Hand notes cut the line they stand on; other free text only keeps a little paper around its letters. */
function interrupts(label: Label): boolean {
  return label.knockout === true && label.role === 'hand'
}

function Behind({ label }: { label: Label }) {
  const { x, y, width, height } = labelRect(label)
  if (interrupts(label)) return <rect className="dia-paper" x={x} y={y - 2} width={width} height={height + 5} />
  if (label.tone !== 'mark' || label.role !== 'strong') return null
  return <rect className="dia-marker" x={x - MARKER_PAD} y={label.y - 12} width={width + 2 * MARKER_PAD} height="16" />
}

export function LabelText({ label, linked }: { label: Label; linked: boolean }) {
  const halo = label.knockout === true && !interrupts(label) ? ' dia-halo' : ''
  const text = (
    <>
      <Behind label={label} />
      <text className={`dia-${label.role} dia-${label.tone} dia-${label.anchor}${halo}`} x={label.x} y={label.y}>
        {label.text}
      </text>
    </>
  )
  return linked && label.href !== undefined ? (
    <a href={label.href} className="dia-link">
      {text}
    </a>
  ) : (
    text
  )
}
