import { dotClass, dotShape } from './dot-look'
import type { PlacedDot } from './places'

// Moves dots towards where they belong, a share of the way with each picture. Who asked for less motion sees them jump.

export type Painter = { aim(dots: readonly PlacedDot[]): void; stop(): void }

type Sprite = { readonly element: SVGPathElement; x: number; y: number; toX: number; toY: number; look: string }

/** How long a dot takes for about two thirds of its way. */
const SETTLE_MILLIS = 70

export function createPainter(group: Element): Painter {
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  const sprites = new Map<string, Sprite>()
  let request = 0
  let last = 0

  function spriteFor(key: string, x: number, y: number): Sprite {
    const known = sprites.get(key)
    if (known) return known
    const element = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    group.append(element)
    const made = { element, x, y, toX: x, toY: y, look: '' }
    sprites.set(key, made)
    put(made, x, y)
    return made
  }

  function put(sprite: Sprite, x: number, y: number): void {
    sprite.x = x
    sprite.y = y
    sprite.element.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`)
  }

  function draw(now: number): void {
    const share = calm.matches ? 1 : 1 - Math.exp(-Math.min(100, now - last) / SETTLE_MILLIS)
    last = now
    let isMoving = false
    for (const sprite of sprites.values()) {
      const [dx, dy] = [sprite.toX - sprite.x, sprite.toY - sprite.y]
      if (dx === 0 && dy === 0) continue
      const isThere = Math.abs(dx) + Math.abs(dy) < 0.3 || share === 1
      if (isThere) put(sprite, sprite.toX, sprite.toY)
      else {
        put(sprite, sprite.x + dx * share, sprite.y + dy * share)
        isMoving = true
      }
    }
    request = isMoving ? requestAnimationFrame(draw) : 0
  }

  return {
    aim(dots) {
      // The first dots were printed.
      if (sprites.size === 0) group.replaceChildren()
      const seen = new Map<number, number>()
      const kept = new Set<string>()
      for (const { dot, x, y } of dots) {
        const nth = seen.get(dot.id) ?? 0
        seen.set(dot.id, nth + 1)
        const key = `${dot.id}/${nth}`
        kept.add(key)
        const sprite = spriteFor(key, x, y)
        const look = dotClass(dot)
        if (sprite.look !== look) {
          sprite.look = look
          sprite.element.setAttribute('class', look)
          sprite.element.setAttribute('d', dotShape(dot))
        }
        sprite.toX = x
        sprite.toY = y
      }
      for (const [key, { element }] of sprites) {
        if (kept.has(key)) continue
        element.remove()
        sprites.delete(key)
      }
      if (request === 0) {
        last = performance.now()
        request = requestAnimationFrame(draw)
      }
    },
    stop: () => cancelAnimationFrame(request),
  }
}
