import { drawingIn } from '@/components/islands/erd-explorer/drawing'

// Runs in a page: bundled with the explorer's own drawing, and called by name.

/** From a choice to a lit drawing; asking for a style and a box makes the browser finish what the attributes began. */
function lightTimes(choices: readonly (readonly [string, string])[][]): number[] {
  const stage = document.querySelector<HTMLElement>('.erd-stage')
  if (!stage) return []
  const drawing = drawingIn(stage)
  drawing.light({ elements: new Map() })
  return choices.map((elements) => {
    const marks = { elements: new Map(elements) }
    const started = performance.now()
    drawing.light(marks)
    const last = stage.querySelector('.erd-table:last-child')
    void (last && getComputedStyle(last).opacity)
    stage.querySelector('.erd-cover')?.getBoundingClientRect()
    return performance.now() - started
  })
}

/** 120 frames, each of them 24 pixels further. */
async function panFrames(): Promise<number[]> {
  const stage = document.querySelector('.erd-stage')
  const times: number[] = []
  let before = 0
  while (times.length < 120) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    if (before > 0) times.push(now - before)
    before = now
    stage?.scrollBy(times.length < 60 ? 24 : -24, 8)
  }
  return times
}

Object.assign(globalThis, { erdBench: { lightTimes, panFrames } })
