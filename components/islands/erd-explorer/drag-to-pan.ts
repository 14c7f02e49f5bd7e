/** A mouse drags the drawing; a press that hardly moved, or a tap, picks the table under it. */
export function dragToPan(element: HTMLElement, pick: (key: string | null) => void): () => void {
  let from: { x: number; y: number; moved: boolean } | null = null
  const down = (event: PointerEvent): void => {
    if (event.button === 0) from = { x: event.clientX, y: event.clientY, moved: false }
  }
  const move = (event: PointerEvent): void => {
    if (!from || event.pointerType !== 'mouse') return
    const [x, y] = [event.clientX - from.x, event.clientY - from.y]
    if (!from.moved && Math.abs(x) + Math.abs(y) < 5) return
    if (!from.moved) element.setPointerCapture(event.pointerId)
    from = { x: event.clientX, y: event.clientY, moved: true }
    element.scrollBy(-x, -y)
  }
  const click = (event: MouseEvent): void => {
    const wasDragged = from?.moved
    from = null
    if (wasDragged || !(event.target instanceof Element)) return
    const key = event.target.closest('[data-table]')?.getAttribute('data-table')
    if (key !== undefined && key !== null) pick(key)
  }
  const cancel = (): void => {
    from = null
  }
  const released = (event: PointerEvent): void => {
    // The click that follows a release still has to know whether it ends a drag.
    if (from && !from.moved && event.type === 'pointerup') return
    setTimeout(cancel)
  }
  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', released)
  element.addEventListener('pointercancel', cancel)
  element.addEventListener('click', click)
  return () => {
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', released)
    element.removeEventListener('pointercancel', cancel)
    element.removeEventListener('click', click)
  }
}
