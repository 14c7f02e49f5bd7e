import { Children, isValidElement, type ReactNode } from 'react'

type TabProps = { label: string; children: ReactNode }

/** Holds what its list prints; alone it would only be its content. */
export const Tab = ({ children }: TabProps) => <>{children}</>

/** Radio buttons and their labels: one is always chosen, arrow keys move, and the sheet shows its panel. On paper all are shown. */
export function Tabs({ name, children }: { name: string; children: ReactNode }) {
  const tabs = Children.toArray(children).filter((it) => isValidElement<TabProps>(it))
  return (
    <fieldset className="tabs">
      <legend className="unseen">Variants</legend>
      {tabs.map(({ props: { label, children: panel } }, index) => {
        const id = `${name}-${index + 1}`
        return [
          <input key={id} type="radio" id={id} name={name} defaultChecked={index === 0} className="unseen" />,
          <label key={`${id}-label`} htmlFor={id}>
            {label}
          </label>,
          <div key={`${id}-panel`} className="panel">
            <p className="panel-label">{label}</p>
            {panel}
          </div>,
        ]
      })}
    </fieldset>
  )
}
