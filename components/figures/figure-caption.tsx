import type { ReactNode } from 'react'

export type FigureCaptionProps = { number: number | string; caption: string; as?: 'figcaption' | 'p'; children?: ReactNode }

/** Below a figure it is the figcaption; in the rail of a wide figure, a paragraph. */
export function FigureCaption({ number, caption, as: Element = 'figcaption', children }: FigureCaptionProps) {
  return (
    <Element className="figure-caption">
      <b>Fig. {number}</b> {caption} {children}
    </Element>
  )
}
