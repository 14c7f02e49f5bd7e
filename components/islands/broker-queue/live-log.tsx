import { type UIEvent, useEffect, useRef, useState } from 'react'
import { LINE_KINDS, type LineKind } from '@/lib/queue/line-names'
import { type LineFilter } from '@/lib/queue/journal-lines'
import { countText, momentText } from './format'
import { isFaultLine } from './line-kinds'
import type { Answer, Session } from './session'

type Props = {
  session: Session
  /** Lines up to the moment shown; null while the run is being counted. */
  lines: number | null
  playing: boolean
  onSay: (text: string) => void
}

const ROW = 24
const AHEAD = 12

/** `attemptFailed` is "attempt failed". */
const kindText = (kind: LineKind): string => kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const wholeOf = (text: string): number | undefined => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined)

/** All lines up to the moment shown, however many: only those in view are fetched and drawn. */
export function LiveLog({ session, lines, playing, onSay }: Props) {
  const [message, setMessage] = useState('')
  const [tenant, setTenant] = useState('')
  const [kind, setKind] = useState<LineKind | ''>('')
  const [follow, setFollow] = useState(true)
  const [first, setFirst] = useState(0)
  const [found, setFound] = useState<Pick<Answer<'lines'>, 'total' | 'from' | 'lines'>>({ total: 0, from: 0, lines: [] })
  const box = useRef<HTMLDivElement>(null)
  const [id, key] = [wholeOf(message), wholeOf(tenant)]
  const filter: LineFilter = {
    ...(id === undefined ? {} : { id }),
    ...(key === undefined ? {} : { key }),
    ...(kind === '' ? {} : { kinds: [kind] }),
  }
  const asked = JSON.stringify(filter)

  const outstanding = useRef(false)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    // One question at a time; the answer to it asks for the latest.
    if (outstanding.current || lines === null) return
    outstanding.current = true
    let isWanted = true
    const count = Math.ceil((box.current?.clientHeight ?? 0) / ROW) + 2 * AHEAD
    const question = { type: 'lines' as const, filter: JSON.parse(asked) as LineFilter, from: Math.max(0, first - AHEAD), count }
    void session
      .ask((request) => ({ ...question, request }))
      .then((answer) => {
        outstanding.current = false
        if (isWanted) setFound(answer)
        else setTurn((it) => it + 1)
      })
    return () => {
      isWanted = false
    }
  }, [session, asked, first, lines, turn])

  const { total } = found
  useEffect(() => {
    if (playing && follow && box.current) box.current.scrollTop = total * ROW
  }, [playing, follow, total])

  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => setFirst(Math.floor(currentTarget.scrollTop / ROW))
  const exported = async () => (await session.ask((request) => ({ type: 'export', request, filter }))).jsonl
  const copy = async () => {
    await navigator.clipboard.writeText(await exported()).then(
      () => onSay(`${countText(total)} lines copied.`),
      () => onSay('The browser does not let this page copy.'),
    )
  }
  const save = async () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([await exported()], { type: 'application/jsonl' }))
    link.download = 'event-log.jsonl'
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }
  return (
    <>
      <div className="bq-filters">
        <label>
          Message
          <input inputMode="numeric" value={message} onChange={({ target }) => setMessage(target.value)} />
        </label>
        <label>
          Tenant
          <input inputMode="numeric" value={tenant} onChange={({ target }) => setTenant(target.value)} />
        </label>
        <label>
          Type
          <select value={kind} onChange={({ target }) => setKind(target.value as LineKind | '')}>
            <option value="">all</option>
            {LINE_KINDS.map((it) => (
              <option key={it} value={it}>
                {kindText(it)}
              </option>
            ))}
          </select>
        </label>
        <label className="bq-follow">
          <input type="checkbox" checked={follow} onChange={({ target }) => setFollow(target.checked)} />
          Follow
        </label>
      </div>
      <div className="bq-lines" ref={box} onScroll={onScroll} tabIndex={0} role="region" aria-label="Event log">
        <ol style={{ height: total * ROW }}>
          {found.lines.map((line, at) => (
            <li
              key={line.index}
              className={isFaultLine(line.kind) ? 'bq-fault-text' : undefined}
              style={{ top: (found.from + at) * ROW }}
              aria-setsize={total}
              aria-posinset={found.from + at + 1}
            >
              <span>{momentText(line.at)}</span>
              <span>{line.id < 0 ? '' : `#${line.id}`}</span>
              <span>{`${isFaultLine(line.kind) ? '× ' : ''}${line.text}`}</span>
            </li>
          ))}
        </ol>
      </div>
      <p className="bq-log-foot">
        <span>{`${countText(total)} lines`}</span>
        <button type="button" onClick={() => void copy()}>
          Copy as JSONL
        </button>
        <button type="button" onClick={() => void save()}>
          Save
        </button>
      </p>
    </>
  )
}
