import type { ReactNode } from 'react'
import { type ExplorerState, ZOOM_RANGE } from '@/lib/erd/explore/link-state'
import { CopyButton } from './copy-button'
import { savePicture } from './save-picture'
import type { Stage } from './stage'

type ToolsProps = {
  state: ExplorerState
  change: (part: Partial<ExplorerState>) => void
  stage: Stage | null
  figure: string
  link: () => string
  /** Stands between what changes the view and what takes it away. */
  children: ReactNode
}

const clamp = (zoom: number) => Math.min(ZOOM_RANGE.highest, Math.max(ZOOM_RANGE.lowest, zoom))

export function Tools({ state, change, stage, figure, link, children }: ToolsProps) {
  const fit = () => {
    stage?.fit()
    if (stage) change({ zoom: stage.zoom() })
  }
  return (
    <>
      <div className="erd-zoom" role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom out" onClick={() => change({ zoom: clamp(state.zoom / 1.25) })}>
          −
        </button>
        <output>{Math.round(state.zoom * 100)}%</output>
        <button type="button" aria-label="Zoom in" onClick={() => change({ zoom: clamp(state.zoom * 1.25) })}>
          +
        </button>
        <button type="button" onClick={fit}>
          Fit
        </button>
      </div>
      <label className="erd-toggle">
        <input
          type="checkbox"
          checked={state.showHubEdges}
          onChange={(event) => change({ showHubEdges: event.target.checked })}
        />
        <span>Tenant edges</span>
      </label>
      {children}
      <button type="button" onClick={() => void savePicture(figure)}>
        Save PNG
      </button>
      <CopyButton label="Copy link" text={link} />
    </>
  )
}
