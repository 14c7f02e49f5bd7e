import { Island } from '@/components/islands/island'
import { RetryAmplification as Live } from '@/components/islands/retry-amplification/island'
import { parseLayers } from '@/lib/reliability/amplification'

/** `<RetryAmplification layers="user 2, client 3, queue 5" />` in MDX. */
export function RetryAmplification({ layers: text }: { layers: string }) {
  const layers = parseLayers(text)
  if (!layers) throw new Error(`RetryAmplification: layers="${text}" must read like "user 2, client 3", 1 to 10 attempts each.`)
  return (
    <figure>
      <Island name="retry-amplification" props={{ layers }}>
        <Live layers={layers} />
      </Island>
    </figure>
  )
}
