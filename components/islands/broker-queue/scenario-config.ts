import type { FigureScenario } from '@/lib/content/queue'
import type { LinkTables } from '@/lib/queue/link'
import type { QueueConfig } from '@/lib/queue/settings'

/** A scenario as it was written. */
export function configOfScenario({ settings, actions }: FigureScenario, { workloads }: LinkTables): QueueConfig {
  return { ...workloads[settings.workload ?? 'payments'], ...settings, actions: [...actions].sort((a, b) => a.at - b.at) }
}
