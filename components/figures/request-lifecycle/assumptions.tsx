import { lifecycleFigure } from '@/lib/content/lifecycle'
import { settingKeys } from '@/lib/lifecycle/assumptions'
import { derivedNumbers } from '@/lib/lifecycle/derived-numbers'
import { formatMicros } from '@/lib/lifecycle/describe'

const units = { time: '', percent: '%', count: '', 'per-second': ' per second', bytes: ' bytes', megabit: ' Mbit/s' } as const
const isTime = (name: string) => !/Limit|Capacity/.test(name)

/** The numbers that are taken for granted and those that follow from them, in print; the instrument lets them be changed. */
export function LifecycleAssumptions() {
  const { assumptions, derived, trace } = lifecycleFigure('cold-read')
  return (
    <details className="lc-assumed">
      <summary>{`${settingKeys.length} assumed numbers and what is derived from them`}</summary>
      <dl>
        {settingKeys.map((key) => {
          const { label, preset, unit, why } = assumptions[key]
          return (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <b>{unit === 'time' ? formatMicros(preset) : `${preset}${units[unit]}`}</b> assumed: {why}
              </dd>
            </div>
          )
        })}
        {Object.entries(derivedNumbers(trace.settings)).map(([name, value]) => (
          <div key={name}>
            <dt>{derived[name]?.label}</dt>
            <dd>
              <b>{isTime(name) ? formatMicros(value) : value.toLocaleString('en-GB')}</b> derived:{' '}
              <code>{derived[name]?.formula}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
