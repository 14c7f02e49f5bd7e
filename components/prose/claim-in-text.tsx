import { Measure } from '@/components/figures/measure'
import { Method } from '@/components/entries/method'
import type { Written } from './body'

/** `<Claim id="…" />`: the measure with its bars, and how it was measured. */
export function ClaimInText({ of, id }: { of: Written; id: string }) {
  const claim = of.fields.claims.find((it) => it.id === id)
  if (!claim) throw new Error(`${of.slug}: there is no claim "${id}" in its front matter.`)
  return (
    <div className="claim-in-text">
      <Measure claim={claim} />
      <Method claim={claim} from={of.slug} />
    </div>
  )
}
