'use client'

import { useState } from 'react'
import { amplify, type Layer, mostAttempts } from '@/lib/reliability/amplification'

export type RetryAmplificationProps = { layers: Layer[] }

const barWidth = 320

function Bar({ calls, most }: { calls: number; most: number }) {
  return (
    <svg className="retry-bar" viewBox={`0 0 ${barWidth} 12`} width={barWidth} height={12} aria-hidden="true">
      <rect x="0.5" y="0.5" width={Math.max(3, (calls / most) * (barWidth - 1))} height="11" />
    </svg>
  )
}

/** Retries of stacked layers multiply: change how often each one tries and read what reaches the last. */
export function RetryAmplification({ layers: initial }: RetryAmplificationProps) {
  const [layers, setLayers] = useState(initial)
  const rows = amplify(layers)
  const worst = rows.at(-1)?.callsAtWorst ?? 1
  const setAttempts = (index: number, attempts: number) =>
    setLayers(layers.map((layer, at) => (at === index ? { ...layer, attempts } : layer)))
  return (
    <div className="instrument">
      <div className="instrument-head">
        <strong>Retry amplification</strong>
        <span className="readouts">
          <span>
            one press, at worst <b>{worst}</b> calls
          </span>
        </span>
      </div>
      <table className="retry-table">
        <thead>
          <tr>
            <th scope="col">Layer</th>
            <th scope="col">Attempts</th>
            <th scope="col">Calls at worst</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td>
                <input
                  type="range"
                  min={1}
                  max={mostAttempts}
                  value={row.attempts}
                  aria-label={`Attempts of the ${row.name}`}
                  onChange={(event) => setAttempts(index, Number(event.target.value))}
                />
                <b>{row.attempts}</b>
              </td>
              <td>
                <Bar calls={row.callsAtWorst} most={worst} /> {row.callsAtWorst}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="unseen" role="status">{`At worst ${worst} calls reach the last layer.`}</p>
    </div>
  )
}
