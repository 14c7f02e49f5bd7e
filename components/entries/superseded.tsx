import { resolve } from '@/lib/content/catalogue'

/** Old pieces stay readable, and say at once what to read instead. */
export function Superseded({ by }: { by: string }) {
  const entry = resolve(by)
  if (!entry) return null
  return (
    <p className="superseded">
      This piece has been superseded. Read <a href={entry.href}>{entry.title}</a> instead.
    </p>
  )
}
