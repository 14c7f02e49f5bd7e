import type { Field } from '@/lib/queue/fields'
import type { LinkTables } from '@/lib/queue/link'
import type { QueueConfig } from '@/lib/queue/settings'
import { choiceText, FIRST_FIELDS } from './fields'
import { timeText } from './amounts'
import { countText } from './format'

/** What can be set, as it is set: printed where the controls will stand, and all there is without a script. */
export function SettingsList({ config, tables }: { config: QueueConfig; tables: LinkTables }) {
  return (
    <div className="bq-controls">
      <p className="bq-title">Settings</p>
      <dl>
        {FIRST_FIELDS.map((name) => (
          <div className="bq-control" key={name}>
            <dt>{tables.fields[name].label}</dt>
            <dd>{valueText(tables.fields[name], config[name])}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function valueText(field: Field, value: string | number | boolean): string {
  if (typeof value === 'string') return choiceText(value)
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  const unit = 'unit' in field ? field.unit : undefined
  return unit === 'µs' ? timeText(value) : `${countText(value)}${unit === undefined ? '' : ` ${unit}`}`
}
