import type { ExplorerData } from '@/lib/erd/explore/explorer-data'

type TableSelectProps = {
  label: string
  data: ExplorerData
  value: string | null
  none: string
  onChoose: (table: string | null) => void
}

export function TableSelect({ label, data, value, none, onChoose }: TableSelectProps) {
  return (
    <label className="erd-select">
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}>
        <option value="">{none}</option>
        {data.tables.map(({ id }) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </select>
    </label>
  )
}
