import type { ReactNode } from 'react'

/**
 * Marks where a figure comes alive. The figure is printed inside like anything else; the published page carries
 * its props as JSON and the loader hydrates this element alone when it comes near the viewport.
 */
export function Island({ name, props, children }: { name: string; props: object; children: ReactNode }) {
  return (
    <div data-island={name} data-props={JSON.stringify(props)}>
      {children}
    </div>
  )
}
