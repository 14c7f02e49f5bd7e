import { longDate } from '@/lib/content/dates'
import { drawTimeline } from '@/lib/topology/timeline-drawing'
import { drawTimelinePortrait } from '@/lib/topology/timeline-portrait'
import type { Engagement } from '@/lib/topology/timeline-stretches'
import { DrawingPair } from './drawing-pair'

export type TimelineProps = {
  id: string
  engagements: readonly Engagement[]
  /** The month up to which `present` is drawn, YYYY-MM: the date of the build, given by the page. */
  until: string
  /** The list is left out where the page prints the engagements itself, in the same order. */
  list?: boolean
}

const spokenMonth = (month: string): string => (month === 'present' ? 'now' : longDate(month))

export function Timeline({ id, engagements, until, list = true }: TimelineProps) {
  const title = `Experience to scale, ${engagements.length} engagements`
  const description = engagements
    .map((one, index) => `${index + 1}: ${one.title}, ${one.kind}, ${spokenMonth(one.from)} to ${spokenMonth(one.to)}`)
    .join('; ')
  return (
    <figure className="figure figure-wide figure-timeline" id={`figure-${id}`}>
      <DrawingPair
        id={id}
        landscape={drawTimeline(engagements, until)}
        portrait={drawTimelinePortrait(engagements, until)}
        width="wide"
        title={title}
        description={description}
      />
      <p className="figure-key">
        <span className="figure-key-employment">employment</span> <span className="figure-key-contract">contract</span>{' '}
        <span className="figure-key-now">now</span>
      </p>
      {list && (
        <ol className="figure-list">
          {engagements.map((one, index) => (
            <li key={one.id}>
              <span className="figure-list-number" aria-hidden="true">
                {index + 1}
              </span>
              <span>
                {one.href === undefined ? one.title : <a href={one.href}>{one.title}</a>}, {one.kind},{' '}
                <time dateTime={one.from}>{spokenMonth(one.from)}</time> to{' '}
                {one.to === 'present' ? 'now' : <time dateTime={one.to}>{spokenMonth(one.to)}</time>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </figure>
  )
}
