import { useState } from 'react'
import type { LinkTables } from '@/lib/queue/link'
import type { FieldName, QueueConfig } from '@/lib/queue/settings'
import { AllControls } from './all-controls'
import { FirstControls, type Value } from './controls'
import { DeadLetters } from './dead-letters'
import { Failures } from './failures'
import { LiveLog } from './live-log'
import { LowerHalf } from './lower-half'
import type { Session } from './session'
import type { useQueue } from './use-queue'

type Settings = Partial<Record<FieldName, Value>>
type Asked = { readonly of: QueueConfig; readonly settings: Settings }
type Props = {
  queue: ReturnType<typeof useQueue>
  session: Session
  tables: LinkTables
  onSay: (text: string) => void
}

/** For those who get there: settings, the whole log, dead letters to put back, things to break. */
export function HandsOn({ queue, session, tables, onSay }: Props) {
  const [all, setAll] = useState(false)
  const { config, frame } = queue.shown
  const [asked, setAsked] = useState<Asked>({ of: config, settings: {} })
  /** What has been set and not been counted yet: what is set next must not undo it. */
  const pending = asked.of === config ? asked.settings : {}
  const change = (settings: Settings, actions = config.actions) => {
    const both = { ...pending, ...settings }
    setAsked({ of: config, settings: both })
    void queue.change(both, actions)
  }
  const controls = {
    values: { ...config, ...pending },
    tables,
    alive: queue.alive,
    onSet: (field: FieldName, value: Value) => change({ [field]: value }),
  }
  return (
    <LowerHalf
      controls={<FirstControls {...controls} />}
      log={
        <>
          <LiveLog session={session} lines={queue.ready ? frame.lines : null} playing={queue.playing} onSay={onSay} />
          <DeadLetters frame={frame} onRedrive={(target) => void queue.act({ kind: 'redrive', target, last: 0, value: 0 })} />
        </>
      }
      all={
        <details className="bq-controls" onToggle={(event) => setAll(event.currentTarget.open)}>
          <summary>All settings</summary>
          {all && <AllControls {...controls} />}
        </details>
      }
      failures={
        <Failures
          config={config}
          at={frame.at}
          onAct={(action) => void queue.act(action)}
          onActions={(actions) => change({}, actions)}
        />
      }
    />
  )
}
