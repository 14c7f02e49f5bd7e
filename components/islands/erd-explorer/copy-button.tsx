import { useState } from 'react'

/** Says on the button itself whether it worked: nothing moves, and no one has to look elsewhere. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [said, setSaid] = useState<string | null>(null)
  const copy = async () => {
    const worked = await navigator.clipboard.writeText(text()).then(
      () => true,
      () => false,
    )
    setSaid(worked ? 'Copied' : 'Not allowed here')
    setTimeout(() => setSaid(null), 2000)
  }
  return (
    <button type="button" onClick={() => void copy()}>
      {said ?? label}
    </button>
  )
}
