import type { FieldName } from '@/lib/queue/settings'
import { type ControlsProps, Group } from './controls'

/** By what they belong to. */
const FIELD_GROUPS: Readonly<Record<string, readonly FieldName[]>> = {
  Load: ['workload', 'messages', 'seed', 'burstEveryMicros', 'burstMicros', 'burstFactor', 'keys', 'hotPercent', 'urgentPercent'],
  API: ['threads', 'backlog', 'apiMicros', 'deadlineMicros', 'clientRetries', 'outbox', 'outboxEveryMicros'],
  Workers: ['service', 'sigmaPercent', 'batch', 'dependencyLimit', 'dedupeMicros', 'prefetch', 'ack', 'ordered'],
  Retries: ['attempts', 'backoff', 'backoffMicros', 'backoffCapMicros', 'deadLetters', 'visibilityMicros', 'claimEveryMicros'],
  Queue: ['exchange', 'messageTtlMicros', 'queueTtlMicros', 'maxLength', 'overflow', 'durable', 'roundTripMicros'],
  'Partitions and group': ['partitions', 'assignor', 'commit', 'commitEveryMicros', 'rebalanceMicros'],
  'Second queue': ['second', 'secondWorkers', 'secondServiceMicros'],
}

export function AllControls(props: ControlsProps) {
  return (
    <div className="bq-groups">
      {Object.entries(FIELD_GROUPS).map(([legend, names]) => (
        <Group key={legend} {...props} legend={legend} names={names} />
      ))}
    </div>
  )
}
