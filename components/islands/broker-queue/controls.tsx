import { useEffect, useRef } from 'react'
import type { Field, NumberField } from '@/lib/queue/fields'
import type { LinkTables } from '@/lib/queue/link'
import type { FieldName } from '@/lib/queue/settings'
import { choiceText, FIRST_FIELDS } from './fields'

export type Value = string | number | boolean
export type ControlsProps = {
  values: Readonly<Record<FieldName, Value>>
  tables: LinkTables
  alive: boolean
  onSet: (name: FieldName, value: Value) => void
}

export function FirstControls(props: ControlsProps) {
  return (
    <div className="bq-controls">
      <Group {...props} legend="Settings" names={FIRST_FIELDS} />
    </div>
  )
}

export function Group({
  values,
  tables,
  alive,
  onSet,
  legend,
  names,
}: ControlsProps & { legend: string; names: readonly FieldName[] }) {
  return (
    <fieldset disabled={!alive}>
      <legend>{legend}</legend>
      {names.map((name) => (
        <Control key={name} field={tables.fields[name]} value={values[name]} onSet={(value) => onSet(name, value)} />
      ))}
    </fieldset>
  )
}

function Control({ field, value, onSet }: { field: Field; value: Value; onSet: (value: Value) => void }) {
  if ('choices' in field)
    return (
      <label className="bq-control">
        <span>{field.label}</span>
        <select value={String(value)} onChange={({ target }) => onSet(target.value)}>
          {field.choices.map((it) => (
            <option key={it} value={it}>
              {choiceText(it)}
            </option>
          ))}
        </select>
      </label>
    )
  if ('switch' in field)
    return (
      <label className="bq-control">
        <span>{field.label}</span>
        <input type="checkbox" checked={value === true} onChange={({ target }) => onSet(target.checked)} />
      </label>
    )
  return <NumberControl field={field} value={Number(value)} onSet={onSet} />
}

/** Times are asked for in milliseconds. What is typed counts when it is finished, so that "100" is not "1" on its way. */
function NumberControl({ field, value, onSet }: { field: NumberField; value: number; onSet: (value: number) => void }) {
  const scale = field.unit === 'µs' ? 1_000 : 1
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(onSet)
  useEffect(() => {
    latest.current = onSet
  })
  useEffect(() => {
    const element = input.current
    if (!element) return
    const finish = () => {
      if (element.value !== '') latest.current(Math.round(Number(element.value) * scale))
    }
    element.addEventListener('change', finish)
    return () => element.removeEventListener('change', finish)
  }, [scale])
  useEffect(() => {
    if (input.current) input.current.value = String(value / scale)
  }, [value, scale])
  return (
    <label className="bq-control">
      <span>{field.label}</span>
      <span className="bq-unit">
        <input
          ref={input}
          type="number"
          min={field.min / scale}
          max={field.max / scale}
          step={scale === 1 ? 1 : 'any'}
          defaultValue={value / scale}
        />
        {scale === 1 ? field.unit : 'ms'}
      </span>
    </label>
  )
}
