import type { Box } from './stage'

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const centre = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

/** The nearest table that way; what lies aside counts double, so that a row is followed before it is left. */
export function nextTable(boxes: readonly Box[], from: string, direction: Direction): string | null {
  const start = boxes.find((it) => it.key === from)
  if (!start) return boxes[0]?.key ?? null
  const at = centre(start)
  const isSideways = direction === 'ArrowLeft' || direction === 'ArrowRight'
  const sign = direction === 'ArrowRight' || direction === 'ArrowDown' ? 1 : -1
  const ranked = boxes.flatMap((box) => {
    const [dx, dy] = [centre(box).x - at.x, centre(box).y - at.y]
    const [along, aside] = isSideways ? [dx * sign, Math.abs(dy)] : [dy * sign, Math.abs(dx)]
    return along > 1 ? [{ key: box.key, cost: along + 2 * aside }] : []
  })
  return ranked.sort((a, b) => a.cost - b.cost)[0]?.key ?? null
}
