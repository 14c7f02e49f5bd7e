import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { common } from './fields'
import { beginning } from './starters'

export const pages = defineCollection({
  folder: 'pages',
  type: 'Page',
  kind: 'page',
  single: false,
  href: (it) => `/${it}/`,
  schema: z.strictObject(common),
  begin: () => ({ summary: beginning.summary }),
})

export type Page = EntryOf<typeof pages>
