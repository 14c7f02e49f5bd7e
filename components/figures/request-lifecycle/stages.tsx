import { lifecycleFigure, lifecycleTexts } from '@/lib/content/lifecycle'
import { payloadOf } from '@/lib/lifecycle/payload'
import { stageNumber } from '@/lib/lifecycle/stages'

/** The catalogue: the long texts stand in the page and are no part of the figure's data. */
export function LifecycleStages() {
  const { stages, precedence } = lifecycleTexts()
  const { trace, words } = lifecycleFigure('cold-read')
  return (
    <div className="lc-catalogue">
      {stages.map((it) => {
        const payloads = trace.spans.filter(({ stage }) => stage === it.stage).map((span) => payloadOf(span, trace, words))
        const lines = [...new Set(payloads.flatMap(({ reads, adds }) => [...reads, ...adds]))]
        return (
          <details key={it.stage} id={`stage-${it.stage}`}>
            <summary>
              <b>{stageNumber(it.stage)}</b> {it.name}
            </summary>
            <p>{it.happens}</p>
            <dl>
              <dt>Why it is there</dt>
              <dd>{it.exists}</dd>
              <dt>Without it</dt>
              <dd>{it.without}</dd>
              <dt>Instead of it</dt>
              <dd>{it.alternatives.join('; ')}</dd>
              <dt>When it is slow</dt>
              <dd>{it.slow}</dd>
              <dt>When it fails</dt>
              <dd>{it.fails}</dd>
              {lines.length > 0 && (
                <>
                  <dt>In the cold read it reads and adds</dt>
                  <dd>
                    <ul className="lc-lines">
                      {lines.map((line) => (
                        <li key={line}>
                          <code>{line}</code>
                        </li>
                      ))}
                    </ul>
                  </dd>
                </>
              )}
            </dl>
          </details>
        )
      })}
      <h3>When several things are wrong at once</h3>
      <ol>
        {precedence.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ol>
    </div>
  )
}
