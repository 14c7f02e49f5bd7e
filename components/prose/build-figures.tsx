import { catalogue, kindNames } from '@/lib/content/catalogue'
import { allClaims } from '@/lib/content/evidence'
import { terms } from '@/lib/content/vocabulary'

/** What this build was made of, counted while it ran; sizes and test counts are put below by publishing. */
export function BuildFigures() {
  const kinds = ['project', 'case-study', 'ledger', 'article', 'report', 'faq', 'problem', 'competency', 'experience'] as const
  const all = [...catalogue().values()]
  const rows = [
    ...kinds.map((kind) => [kindNames[kind], all.filter((it) => it.kind === kind).length] as const),
    ['Measured result, each with its method', allClaims().length] as const,
    ['Term with a definition', terms().size] as const,
  ].filter(([, count]) => count > 0)
  return (
    <div className="build-figures" data-build-figures>
      <div className="table-scroll" role="group" aria-label="What this build was made of" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Published</th>
              <th scope="col" className="numeric">
                Count
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, count]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="numeric">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
