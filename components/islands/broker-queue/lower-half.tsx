import type { ReactNode } from 'react'

type Props = { readonly [Part in 'controls' | 'log' | 'all' | 'failures']: ReactNode }

/** What stands below the charts, printed and alive: the settings, the log, and what can be broken. */
export const LowerHalf = ({ controls, log, all, failures }: Props) => (
  <>
    <div className="bq-columns">
      <section className="bq-panel bq-of-change" aria-label="Controls">
        {controls}
      </section>
      <section className="bq-panel bq-of-log" aria-label="Log">
        <p className="bq-title">Event log, up to this moment</p>
        {log}
      </section>
    </div>
    <section className="bq-panel bq-live-only bq-of-change" aria-label="All settings">
      {all}
    </section>
    <section className="bq-panel bq-live-only bq-of-change" aria-label="Failures">
      <p className="bq-title">Break something</p>
      {failures}
    </section>
  </>
)

/** Before anything can be changed. */
export const StillLowerHalf = ({ settings, log }: { settings: ReactNode; log: ReactNode }) => (
  <LowerHalf
    controls={settings}
    log={log}
    all={
      // What a reader opens must not close again when the controls arrive.
      <details className="bq-controls" inert>
        <summary>All settings</summary>
      </details>
    }
    failures={<p className="bq-remark">At the moment shown above: workers, the dependency, the broker.</p>}
  />
)
