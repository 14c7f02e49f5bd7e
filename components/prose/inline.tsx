/** Text of a field: `code` between backticks, everything else as it stands. */
export function Inline({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))
}

/** The last clause is what a reader should take along. */
export function LastClauseMarked({ text }: { text: string }) {
  const at = Math.max(...[', ', '; ', ': '].map((it) => text.lastIndexOf(it)))
  if (at < 0) return <mark>{text}</mark>
  return (
    <>
      {text.slice(0, at + 1)} <mark>{text.slice(at + 2)}</mark>
    </>
  )
}
