import type { ReactNode } from 'react'
import { hrefOfLab, labs, labTitles } from '@/lib/content/routes'

/** What each instrument lets a reader do. The fourth lives on the lab's own page. */
export const labSays: Record<(typeof labs)[number], string> = {
  'request-lifecycle': 'Follow one request from the name to the answer, stage by stage; take a part away and see who waits.',
  erd: 'Seventeen tables of a multi-tenant product, drawn from their SQL: neighbours, joins, deletions, and what one tenant could do to another.',
  'broker-queue': 'Work taken off the request, in Redis Streams, RabbitMQ and Kafka; lose a worker and watch the depth.',
}

/** With sketches on the lab's own page; in words alone where the lab is one of many things. */
export function LabIndex({ sketches }: { sketches?: Readonly<Record<(typeof labs)[number], ReactNode>> }) {
  return (
    <ol className={sketches ? 'index short sketched' : 'index short'}>
      {labs.map((slug, index) => (
        <li key={slug} className="row ruled">
          <span className="rail">
            <span className="number">[L{index + 1}]</span>
          </span>
          <span className="body">
            <a className="name" href={hrefOfLab(slug)}>
              {labTitles[slug]}
            </a>
            <span className="subject">{labSays[slug]}</span>
            {sketches?.[slug]}
          </span>
        </li>
      ))}
      <li className="row ruled">
        <span className="rail">
          <span className="number">[L{labs.length + 1}]</span>
        </span>
        <span className="body">
          <a className="name" href="/lab/#retries">
            Retries multiply
          </a>
          <span className="subject">Every layer tries again, each within reason; read what reaches the last one.</span>
        </span>
      </li>
    </ol>
  )
}
