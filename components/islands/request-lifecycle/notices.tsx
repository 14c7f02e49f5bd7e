type Props = { notices: readonly string[]; onDismiss: () => void }

/** What was wrong with a link; its own words are shown as text and never as markup. */
export function Notices({ notices, onDismiss }: Props) {
  if (notices.length === 0) return null
  return (
    <div className="lc-notices" role="alert">
      <ul>
        {notices.map((it, at) => (
          <li key={at}>{it}</li>
        ))}
      </ul>
      <button type="button" onClick={onDismiss}>
        Dismiss
      </button>
    </div>
  )
}
