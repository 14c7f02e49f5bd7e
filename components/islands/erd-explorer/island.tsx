'use client'

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { decodeState, encodeState, type ExplorerState, INITIAL_STATE } from '@/lib/erd/explore/link-state'
import type { SearchHit } from '@/lib/erd/explore/search'
import { announcementFor, useAnnouncement } from './announce'
import { DeletePanel } from './delete-panel'
import { type ErdExplorerProps, tableKey } from './explorer-props'
import { FindingsPanel } from './findings-panel'
import { JoinPanel } from './join-panel'
import { useKeys } from './keys'
import { marksFor } from './marks'
import { Minimap } from './minimap'
import { SearchBox } from './search-box'
import { stageOf } from './stage'
import { TablePanel } from './table-panel'
import { Tools } from './tools'

const views = { table: 'Table', join: 'Join', delete: 'Delete', findings: 'Findings' } as const
type View = keyof typeof views

const neverChanges = () => () => undefined
const noNotices: readonly string[] = []

const viewOf = ({ deleteFrom, pathTo }: ExplorerState): View =>
  deleteFrom !== null ? 'delete' : pathTo !== null ? 'join' : 'table'

/** An embedded figure shares the lab's page, which can show what it shows. */
function linkTo(figure: string, ownsAddress: boolean, state: ExplorerState): string {
  const lab = document.querySelector<HTMLAnchorElement>(`#${figure} a.erd-lab`)
  const page = ownsAddress || !lab ? location.href.replace(/#.*$/, '') : lab.href
  return `${page}#${encodeState({ ...state, ...stageOf(figure)?.middle() })}`
}

/** Moves and lights the printed figure beside it; what is printed stays outside React's tree. */
export function ErdExplorer(props: ErdExplorerProps) {
  const { figure, data, edgeKeys, ownsAddress } = props
  const first = useMemo(
    (): ExplorerState => ({ ...INITIAL_STATE, focus: props.focus, hops: props.hops, mode: props.mode }),
    [props.focus, props.hops, props.mode],
  )
  const stage = useSyncExternalStore(
    neverChanges,
    () => stageOf(figure),
    () => null,
  )
  const [state, setState] = useState(first)
  const [view, setView] = useState<View>(props.opensOn)
  const [notices, setNotices] = useState(noNotices)
  const [found, setFound] = useState<SearchHit | null>(null)
  const [touched, setTouched] = useState(0)
  const marks = useMemo(() => marksFor({ data, edgeKeys }, state), [data, edgeKeys, state])
  const said = useAnnouncement(announcementFor(data, state))

  const change = (part: Partial<ExplorerState>) => {
    setState((before) => ({ ...before, ...part }))
    setTouched((it) => it + 1)
  }
  const focusOn = (focus: string | null) => {
    change({ focus, deleteFrom: null, ...(focus === null ? { pathTo: null } : {}) })
    setFound(null)
    if (focus !== null && view !== 'join') setView('table')
    if (focus !== null) stage?.reveal(tableKey(data, focus))
  }
  /** A path or a deletion is more than one table: the drawing makes room for all that answers. */
  const ask = (part: Partial<ExplorerState>) => {
    const next = { ...state, ...part }
    const isAnswered = next.deleteFrom !== null || (next.focus !== null && next.pathTo !== null)
    const zoom = isAnswered ? stage?.gather([...marksFor({ data, edgeKeys }, next).elements.keys()]) : undefined
    change({ ...part, ...(zoom === undefined ? {} : { zoom }) })
  }
  const open = (next: View) => {
    setView(next)
    if (next !== 'delete' && state.deleteFrom !== null) change({ deleteFrom: null })
    if (next !== 'join' && state.pathTo !== null) change({ pathTo: null })
  }
  const pick = (key: string | null) => focusOn(data.tables.find((it) => tableKey(data, it.id) === key)?.id ?? null)

  useEffect(() => {
    stage?.setMode(state.mode)
    stage?.setZoom(state.zoom)
  }, [stage, state.mode, state.zoom])
  useEffect(() => {
    stage?.setHubs(state.showHubEdges)
    stage?.light(marks)
  }, [stage, state.showHubEdges, marks])
  useEffect(() => stage?.listen({ pick, mode: (mode) => change({ mode }), zoomed: (zoom) => change({ zoom }) }))
  useKeys(stage, { data, state, focusOn, change })

  useEffect(() => {
    if (!stage) return undefined
    const arrive = () => {
      const link = ownsAddress && location.hash.startsWith('#erd=')
      const { state: wanted, notices: said } = link ? decodeState(location.hash, data) : { state: first, notices: noNotices }
      setNotices(said)
      if (link) {
        setState(wanted)
        setView(viewOf(wanted))
      }
      // The drawing takes its mode and zoom first; only then is there somewhere to go.
      requestAnimationFrame(() => {
        const placed = wanted.x !== INITIAL_STATE.x || wanted.y !== INITIAL_STATE.y
        if (placed) stage.moveTo(wanted)
        else if (wanted.focus !== null) stage.reveal(tableKey(data, wanted.focus))
      })
    }
    const frame = requestAnimationFrame(arrive)
    const followed = () => location.hash.startsWith('#erd=') && arrive()
    window.addEventListener('hashchange', followed)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('hashchange', followed)
    }
  }, [stage, data, first, ownsAddress])

  useEffect(() => {
    if (!stage || !ownsAddress || touched === 0) return undefined
    const write = () => history.replaceState(history.state, '', `#${encodeState({ ...state, ...stage.middle() })}`)
    let waiting = setTimeout(write, 300)
    const later = () => {
      clearTimeout(waiting)
      waiting = setTimeout(write, 300)
    }
    stage.element.addEventListener('scroll', later, { passive: true })
    return () => {
      clearTimeout(waiting)
      stage.element.removeEventListener('scroll', later)
    }
  }, [stage, ownsAddress, touched, state])

  const panel = { data, state, change, focusOn }
  return (
    <>
      <div className="erd-tools">
        <Tools state={state} change={change} stage={stage} link={() => linkTo(figure, ownsAddress, state)} figure={figure}>
          <SearchBox
            data={data}
            onHit={(hit) => {
              focusOn(hit.table)
              setFound(hit)
              setView('table')
            }}
          />
        </Tools>
        {notices.length > 0 && (
          <div className="erd-notice" role="alert">
            {notices.map((it) => (
              <p key={it}>{it}</p>
            ))}
            <button type="button" onClick={() => setNotices(noNotices)}>
              Close the notice
            </button>
          </div>
        )}
      </div>
      <div className="erd-panel">
        <fieldset className="one-of erd-views">
          <legend className="unseen">Panel</legend>
          {Object.entries(views).map(([name, label]) => (
            <label key={name}>
              <input
                type="radio"
                name={`${figure}-view`}
                value={name}
                checked={view === name}
                onChange={() => open(name as View)}
              />
              <span>
                {label}
                {name === 'findings' && ` ${props.findings.length}`}
              </span>
            </label>
          ))}
        </fieldset>
        <div className="erd-panel-body" tabIndex={0} role="group" aria-label={`${views[view]} panel`}>
          {view === 'table' && <TablePanel {...panel} figure={figure} found={found} />}
          {view === 'join' && <JoinPanel {...panel} change={ask} />}
          {view === 'delete' && <DeletePanel {...panel} change={ask} />}
          {view === 'findings' && (
            <FindingsPanel
              findings={props.findings}
              focusOn={(table) => {
                change({ focus: table })
                stage?.reveal(tableKey(data, table))
              }}
            />
          )}
        </div>
      </div>
      <Minimap stage={stage} marks={marks} />
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  )
}
