import type { Finding } from '@/lib/erd/analysis/finding'
import type { SchemaModel } from '@/lib/erd/model'
import type { ReadingReport } from '@/lib/erd/reading-report'

export const JSON_FORMAT = 'erd/1'

/** Model, account of the reading, and findings, with the name of the format first. */
export function exportJson(model: SchemaModel, report: ReadingReport, findings: readonly Finding[]): string {
  return `${JSON.stringify({ format: JSON_FORMAT, model, report, findings }, null, 2)}\n`
}
