import { useEffect } from 'react'
import { ZOOM_RANGE } from '@/lib/erd/explore/link-state'
import { tableKey } from './explorer-props'
import { type Direction, nextTable } from './next-table'
import type { PanelProps } from './panel'
import type { Stage } from './stage'

const step = 120
const pans: Readonly<Record<Direction, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

/** The drawing is one tab stop: arrows go from table to table, Shift and arrows pan. */
export function useKeys(stage: Stage | null, { data, state, focusOn, change }: PanelProps): void {
  useEffect(() => {
    if (!stage) return undefined
    const zoomBy = (factor: number) =>
      change({ zoom: Math.min(ZOOM_RANGE.highest, Math.max(ZOOM_RANGE.lowest, state.zoom * factor)) })
    const act = (event: KeyboardEvent): boolean => {
      if (event.altKey || event.ctrlKey || event.metaKey) return false
      if (event.key in pans) {
        const direction = event.key as Direction
        if (event.shiftKey) stage.pan(...pans[direction])
        else {
          const next = nextTable(stage.drawing().boxes(), state.focus === null ? '' : tableKey(data, state.focus), direction)
          if (next !== null) focusOn(data.tables[Number(next.slice(1))]?.id ?? null)
        }
        return true
      }
      if (event.key === '+' || event.key === '=') zoomBy(1.25)
      else if (event.key === '-') zoomBy(0.8)
      else if (event.key === '0') change({ zoom: 1 })
      else if (event.key === 'Escape' && state.focus !== null) focusOn(null)
      else return false
      return true
    }
    const pressed = (event: KeyboardEvent) => {
      if (event.target === stage.element && act(event)) event.preventDefault()
    }
    stage.element.addEventListener('keydown', pressed)
    return () => stage.element.removeEventListener('keydown', pressed)
  })
}
