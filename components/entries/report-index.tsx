import { Row } from '@/components/site/sheet'
import type { ReportCard } from '@/lib/content/all-reports'

/** Reports with their abstracts: enough to decide whether to read on. */
export function ReportIndex({ reports }: { reports: readonly ReportCard[] }) {
  return (
    <div className="report-index">
      {reports.map(({ slug, href, title, number, year, abstract, tags, minutes }) => (
        <Row
          key={slug}
          as="article"
          rule="opens"
          className="entry"
          rail={
            <>
              <span className="number">[R{number}]</span>
              <span className="line">{year}</span>
              <span className="line">{minutes} min</span>
            </>
          }
        >
          <div className="split">
            <div>
              <h2>
                <a href={href}>{title}</a>
              </h2>
              <p className="abstract">{abstract}</p>
            </div>
            <div>
              <p className="note">{tags.join(', ')}</p>
            </div>
          </div>
        </Row>
      ))}
    </div>
  )
}
