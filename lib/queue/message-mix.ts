import type { WorkloadName } from './settings'

/** Of a workload's two types of message, the share of the first. */
export const FIRST_TYPE_PERCENT: Readonly<Record<WorkloadName, number>> = { payments: 90, webhooks: 70, analytics: 80 }
