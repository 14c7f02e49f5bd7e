import type { ReactNode } from 'react'
import { measureScale, spokenAmount, spokenChange, spokenText, type ClaimData } from '@/lib/topology/measure-scale'
import { Arrow } from './arrow'
import { MeasureBars } from './measure-bars'
import { MeasureGauge } from './measure-gauge'

export type MeasureProps = {
  claim: ClaimData
  /** `large` is the numeral and gauge of a case study. */
  size?: 'normal' | 'large'
  /** The page's way to the evidence, the method or the date, printed below. */
  children?: ReactNode
}

/** A claim: what was measured, was, arrow, is now; hollow before and filled after on one scale. */
export function Measure({ claim, size = 'normal', children }: MeasureProps) {
  const scale = measureScale(claim)
  const was = claim.before === undefined ? undefined : spokenAmount(claim.before)
  const now =
    claim.after !== undefined ? spokenAmount(claim.after) : claim.change === undefined ? undefined : spokenChange(claim.change)
  const nowText = now === undefined ? (claim.result ?? '') : spokenText(now)
  return (
    <div className={`measure measure-${size}`} id={`claim-${claim.id}`}>
      {size === 'large' && <p className="measure-numeral">{now === undefined ? nowText : <Numeral {...now} />}</p>}
      <p className="measure-label">
        <span>{claim.metric}</span>
        {scale?.note !== undefined && <span>{scale.note}</span>}
      </p>
      {size === 'normal' && (
        <p className="measure-values">
          {was !== undefined && (
            <>
              <span className="measure-was">{spokenText(was)}</span>
              <Arrow />
              <span className="figure-unseen"> to </span>
            </>
          )}
          <mark>{nowText}</mark>
        </p>
      )}
      {scale !== undefined && size === 'normal' && <MeasureBars scale={scale} />}
      {scale !== undefined && size === 'large' && <MeasureGauge scale={scale} was={was} now={nowText} />}
      {children}
    </div>
  )
}

function Numeral({ comparator, number, unit }: { comparator: string; number: string; unit: string }) {
  return (
    <>
      {comparator !== '' && <small>{comparator} </small>}
      {number}
      {unit !== '' && <small>{unit === '%' ? unit : ` ${unit}`}</small>}
    </>
  )
}
