import type { FigureScenario } from '@/lib/content/lifecycle'

type Props = {
  scenarios: readonly FigureScenario[]
  shown: string
  compare: string | null
  alive: boolean
  onCompare: (id: string | null) => void
}

export function CompareWith({ scenarios, shown, compare, alive, onCompare }: Props) {
  return (
    <label className="lc-field">
      Compare with
      <select value={compare ?? ''} disabled={!alive} onChange={({ target }) => onCompare(target.value || null)}>
        <option value="">nothing</option>
        {scenarios.map(({ id, title }) => (
          <option key={id} value={id}>
            {id === shown ? 'this scenario as it was written' : title}
          </option>
        ))}
      </select>
    </label>
  )
}
