import type { Filter } from '@/lib/content/filters'

/** Radio buttons that the sheet reads: they work without a script, by keyboard, and together. */
export function ProjectFilters({ filters }: { filters: readonly Filter[] }) {
  return (
    <div className="filters">
      {filters.map(({ name, label, options }) => (
        <fieldset key={name}>
          <legend>{label}</legend>
          <div className="options">
            <label>
              <input type="radio" name={name} id={`${name}-0`} defaultChecked />
              <span>All</span>
            </label>
            {options.map(({ place, name: value, count }) => (
              <label key={place}>
                <input type="radio" name={name} id={`${name}-${place}`} />
                <span>{value}</span>
                <small>{count}</small>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
