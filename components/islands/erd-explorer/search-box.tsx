import { useState } from 'react'
import type { ExplorerData } from '@/lib/erd/explore/explorer-data'
import { type SearchHit, searchSchema } from '@/lib/erd/explore/search'

const shown = 8

export function SearchBox({ data, onHit }: { data: ExplorerData; onHit: (hit: SearchHit) => void }) {
  const [query, setQuery] = useState('')
  const hits = searchSchema(data, query)
  return (
    <div className="erd-search">
      <label>
        <span>Search tables, columns, indexes, policies</span>
        <input
          type="search"
          value={query}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      {query.trim() !== '' && (
        <div className="erd-found">
          <p>
            {hits.length === 0
              ? 'Nothing has that name.'
              : hits.length > shown
                ? `The best ${shown} of ${hits.length}`
                : `${hits.length} found`}
          </p>
          <ul aria-label="Search results">
            {hits.slice(0, shown).map((hit) => (
              <li key={`${hit.kind} ${hit.table} ${hit.name}`}>
                <button type="button" onClick={() => onHit(hit)}>
                  <span className="erd-kind">{hit.kind}</span> <b>{hit.name}</b>{' '}
                  {hit.kind !== 'table' && <span>of {hit.table}</span>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
