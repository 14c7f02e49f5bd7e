import { FIELDS } from './fields'
import type { LinkTables } from './link'
import { WORKLOADS } from './workloads'

export const LINK_TABLES: LinkTables = { fields: FIELDS, workloads: WORKLOADS }
