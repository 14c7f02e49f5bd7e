/** The second speed of reading: the whole argument in a minute, before the piece itself. */
export function Brief({ sentences }: { sentences: readonly string[] }) {
  return (
    <aside className="brief" aria-label="In one minute">
      <p className="brief-name">In one minute</p>
      <ul>
        {sentences.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </aside>
  )
}
