import { getMDXComponent } from 'mdx-bundler/client'
import type { FigureData } from '@/lib/topology/figure-data'
import type { Claim } from '@/lib/content/fields'
import type { ReactNode } from 'react'
import { partsFor } from './parts'
import { placesIn } from './places'

/** A document, as far as its text needs it. */
export type Written = {
  readonly slug: string
  /** Its file below `content/`: pictures lie beside it. */
  readonly source: string
  readonly code: string
  readonly fields: { readonly claims: readonly Claim[]; readonly figures: Readonly<Record<string, FigureData>> }
}

type BodyProps = {
  of: Written
  /** Chapters get numbers, as in the contents beside them. */
  numbered?: boolean
  /** How many figures the page shows above the text. */
  figuresBefore?: number
}

/** What mdx-bundler gives has no types of its own here: a component, called as the function that it is. */
const compile = getMDXComponent as (code: string) => (props: { components: object }) => ReactNode

/** A compiled body, run on the server only: a function that gives elements, not a component with a state to lose. */
export function Body({ of, numbered = false, figuresBefore = 0 }: BodyProps) {
  const places = placesIn()
  const text = compile(of.code)({ components: partsFor(of, places) })
  places.read(text, figuresBefore)
  return <div className={numbered ? 'prose numbered' : 'prose'}>{text}</div>
}
