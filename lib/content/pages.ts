import { z } from 'zod'
import { defineCollection, type EntryOf } from './collection'
import { common } from './fields'

export const pages = defineCollection({
  folder: 'pages',
  type: 'Page',
  kind: 'page',
  single: false,
  href: (it) => `/${it}/`,
  schema: z.strictObject(common),
})

export type Page = EntryOf<typeof pages>
