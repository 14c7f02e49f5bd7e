import type { ReactNode } from 'react'

const untouched = { __html: '' }

/**
 * What was printed stays until `live` takes its place. Only the printing has it as an element; a browser hydrates without the code for
 * it, and React leaves what stands inside such an element alone.
 */
export function Still({ printed, live }: { printed: ReactNode; live: ReactNode }) {
  if (live) return <div key="live">{live}</div>
  if (printed) return <div key="printed">{printed}</div>
  return <div key="printed" suppressHydrationWarning dangerouslySetInnerHTML={untouched} />
}
