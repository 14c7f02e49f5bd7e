import type { ExplorerData } from './explorer-data'

export type LinkMode = 'all' | 'keys' | 'names'

/** Everything a link restores. */
export interface ExplorerState {
  readonly focus: string | null
  readonly hops: 1 | 2
  readonly mode: LinkMode
  readonly showHubEdges: boolean
  readonly zoom: number
  /** The middle of the view, as a share of the drawing from 0 to 1, so that it survives a new layout. */
  readonly x: number
  readonly y: number
  readonly pathTo: string | null
  readonly deleteFrom: string | null
}

export interface DecodedLink {
  readonly state: ExplorerState
  readonly notices: readonly string[]
}

export const INITIAL_STATE: ExplorerState = {
  focus: null,
  hops: 1,
  mode: 'all',
  showHubEdges: false,
  zoom: 1,
  x: 0.5,
  y: 0.5,
  pathTo: null,
  deleteFrom: null,
}
export const ZOOM_RANGE = { lowest: 0.25, highest: 4 } as const

const VERSION = '1'
const LONGEST_LINK = 2048
const MODES: readonly LinkMode[] = ['all', 'keys', 'names']
const KNOWN_KEYS = new Set(['erd', 'focus', 'hops', 'mode', 'hub', 'zoom', 'x', 'y', 'to', 'delete'])

/** The fragment without its `#`; what is as it is at first is left out. */
export function encodeState(state: ExplorerState): string {
  const parts = new URLSearchParams({ erd: VERSION })
  if (state.focus !== null) parts.set('focus', state.focus)
  if (state.hops !== INITIAL_STATE.hops) parts.set('hops', String(state.hops))
  if (state.mode !== INITIAL_STATE.mode) parts.set('mode', state.mode)
  if (state.showHubEdges) parts.set('hub', '1')
  if (state.zoom !== INITIAL_STATE.zoom) parts.set('zoom', rounded(state.zoom))
  if (state.x !== INITIAL_STATE.x) parts.set('x', rounded(state.x))
  if (state.y !== INITIAL_STATE.y) parts.set('y', rounded(state.y))
  if (state.pathTo !== null) parts.set('to', state.pathTo)
  if (state.deleteFrom !== null) parts.set('delete', state.deleteFrom)
  return parts.toString()
}

function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

/** Reads a fragment that anybody may have written: every wrong part is set right and told about, none throws. */
export function decodeState(fragment: string, data: ExplorerData): DecodedLink {
  const text = fragment.replace(/^#/, '')
  if (text === '') return { state: INITIAL_STATE, notices: [] }
  if (text.length > LONGEST_LINK)
    return {
      state: INITIAL_STATE,
      notices: [`The link is ${text.length} characters long; at most ${LONGEST_LINK} are read. The figure starts afresh.`],
    }
  const parts = new URLSearchParams(text)
  const version = parts.get('erd')
  if (version === null) return { state: INITIAL_STATE, notices: [] }
  if (version !== VERSION)
    return {
      state: INITIAL_STATE,
      notices: [
        `The link was made for version ${shown(version)} of this figure; this is version ${VERSION}. The figure starts afresh.`,
      ],
    }
  const notices: string[] = []
  for (const key of new Set(parts.keys()))
    if (!KNOWN_KEYS.has(key)) notices.push(`The link holds ${shown(key)}, which this figure does not know.`)
  const state: ExplorerState = {
    focus: tableIn(parts.get('focus'), data, notices),
    hops: hopsIn(parts.get('hops'), notices),
    mode: modeIn(parts.get('mode'), notices),
    showHubEdges: parts.get('hub') === '1',
    zoom: numberIn(parts.get('zoom'), 'zoom', ZOOM_RANGE.lowest, ZOOM_RANGE.highest, INITIAL_STATE.zoom, notices),
    x: numberIn(parts.get('x'), 'x', 0, 1, INITIAL_STATE.x, notices),
    y: numberIn(parts.get('y'), 'y', 0, 1, INITIAL_STATE.y, notices),
    pathTo: tableIn(parts.get('to'), data, notices),
    deleteFrom: tableIn(parts.get('delete'), data, notices),
  }
  return { state, notices }
}

function tableIn(id: string | null, data: ExplorerData, notices: string[]): string | null {
  if (id === null || id === '') return null
  if (data.tables.some((table) => table.id === id)) return id
  notices.push(`The link names table ${shown(id)}, which ${data.name} does not have.`)
  return null
}

function hopsIn(text: string | null, notices: string[]): 1 | 2 {
  if (text === null || text === '1') return 1
  if (text !== '2') notices.push(`The link asks for ${shown(text)} hops; 1 and 2 are possible. 1 is shown.`)
  return text === '2' ? 2 : 1
}

function modeIn(text: string | null, notices: string[]): LinkMode {
  const mode = MODES.find((each) => each === text)
  if (mode === undefined && text !== null)
    notices.push(`The link asks for mode ${shown(text)}; possible are ${MODES.join(', ')}.`)
  return mode ?? INITIAL_STATE.mode
}

function numberIn(text: string | null, name: string, lowest: number, highest: number, usual: number, notices: string[]): number {
  if (text === null) return usual
  const value = text.trim() === '' ? NaN : Number(text)
  if (Number.isNaN(value)) {
    notices.push(`The link's ${name} is ${shown(text)}, which is no number. ${usual} is used.`)
    return usual
  }
  const clamped = Math.min(highest, Math.max(lowest, value))
  if (clamped !== value) notices.push(`The link's ${name} is ${shown(text)}; it is limited to ${lowest} to ${highest}.`)
  return clamped
}

/** A notice repeats at most this much of what a stranger wrote. */
function shown(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}
