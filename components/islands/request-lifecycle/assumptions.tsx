import type { DerivedWords, FigureAssumption, FigureAssumptions } from '@/lib/content/lifecycle'
import { type SettingKey, type SettingOverrides, type Settings, settingKeys } from '@/lib/lifecycle/assumptions'
import { clampSetting } from '@/lib/lifecycle/clamp-setting'
import { derivedNumbers } from '@/lib/lifecycle/derived-numbers'
import { formatMicros } from '@/lib/lifecycle/describe'

type Props = {
  assumptions: FigureAssumptions
  derived: DerivedWords
  settings: Settings
  ofReader: SettingOverrides
  onSettings: (settings: SettingOverrides) => void
}

const units = { time: 'ms', percent: '%', count: '', 'per-second': 'per second', bytes: 'bytes', megabit: 'Mbit/s' } as const
const scaleOf = ({ unit }: FigureAssumption): number => (unit === 'time' ? 1_000 : 1)

/** Counts and rates have no time in them. */
const isTime = (name: string) => !/Limit|Capacity/.test(name)

export function Assumptions({ assumptions, derived, settings, ofReader, onSettings }: Props) {
  const values = derivedNumbers(settings)
  const set = (key: SettingKey, text: string) => {
    if (text === '') return
    const assumption = assumptions[key]
    onSettings({ ...ofReader, [key]: clampSetting(Number(text) * scaleOf(assumption), assumption) })
  }
  return (
    <>
      <div className="lc-scroll" tabIndex={0} role="region" aria-label="Assumed numbers">
        <table>
          <thead>
            <tr>
              <th scope="col">Assumed</th>
              <th scope="col">Value</th>
              <th scope="col">Default and why</th>
            </tr>
          </thead>
          <tbody>
            {settingKeys.map((key) => {
              const it = assumptions[key]
              const scale = scaleOf(it)
              return (
                <tr key={key}>
                  <th scope="row">{it.label}</th>
                  <td>
                    <span className="lc-field">
                      <input
                        type="number"
                        aria-label={`${it.label}${units[it.unit] && `, ${units[it.unit]}`}`}
                        min={it.least / scale}
                        max={it.most / scale}
                        step={scale === 1 ? 1 : 0.001}
                        value={settings[key] / scale}
                        onChange={({ target }) => set(key, target.value)}
                      />
                      {units[it.unit]}
                    </span>
                  </td>
                  <td>
                    {it.preset / scale} {units[it.unit]}; {it.why}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">Derived</th>
            <th scope="col">Value</th>
            <th scope="col">Formula</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(values).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{derived[name]?.label}</th>
              <td>{isTime(name) ? formatMicros(value) : value.toLocaleString('en-GB')}</td>
              <td>
                <code>{derived[name]?.formula}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
