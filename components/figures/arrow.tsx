/** Drawn, because the text faces have no arrow. */
export function Arrow() {
  return (
    <svg className="measure-arrow" viewBox="0 0 20 10" aria-hidden="true">
      <path d="M0 5H18.4M13.6 .8L18.6 5L13.6 9.2" />
    </svg>
  )
}
