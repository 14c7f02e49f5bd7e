import type { ContentFile } from '@/lib/content/check/files'
import { collections } from '@/lib/content/collections'
import type { z } from 'zod'
import { pages } from '@/lib/content/pages'
import { profiles } from '@/lib/content/profile'
import { writtenPages } from '@/lib/content/routes'
import { beginning, unwritten } from '@/lib/content/starters'
import { newDocument } from '@/lib/content/write-document'
import { type Owner, titleFor } from './own-profile'

const titles: Readonly<Record<(typeof writtenPages)[number], string>> = {
  about: 'About',
  'how-i-work': 'How I work',
  stack: 'Stack',
  colophon: 'Colophon',
  contact: 'Contact',
}

/** The drawing of the sample's projects on the home page. */
const projectsDiagram = 'figures/systems.yaml'

const { line } = beginning

function profileOf(owner: Owner): string {
  const role = owner.role || 'Software engineer'
  const name = owner.name ?? ''
  const fields: z.input<typeof profiles.schema> = {
    title: titleFor(name, role),
    summary: beginning.summary,
    name,
    role,
    ...(owner.site ? { site: owner.site } : {}),
    focusLine: [],
    statement: owner.statement || line,
    stance: line,
    experience: { years: '1', of: `${unwritten}: what the years were spent on` },
    scaleClaim: line,
    specialisesIn: [],
    openTo: [],
    availableFor: line,
    worksEndToEnd: [],
    background: line,
    lifecycle: line,
    howIWork: [],
    focusAreas: [],
    stack: [],
    contact: { email: owner.email ?? '', repliesWithin: 'a few days', topics: [] },
    links: [...(owner.links ?? [])],
    ...(owner.location ? { location: owner.location } : {}),
  }
  return newDocument(fields, profiles.schema.shape, '')
}

/** The content without the sample's: the profile and the pages begun anew, the lists empty, the vocabulary kept. */
export function emptied(files: readonly ContentFile[], owner: Owner): ContentFile[] {
  const inLists = (path: string) => collections.some((it) => path === it.folder || path.startsWith(`${it.folder}/`))
  const fileOf = (path: string, text: string): ContentFile => ({ path, kind: 'file', bytes: new TextEncoder().encode(text) })
  const begun = writtenPages.map((slug) =>
    fileOf(
      `${pages.folder}/${slug}.mdx`,
      newDocument({ title: titles[slug], summary: beginning.summary }, pages.schema.shape, line),
    ),
  )
  return [
    fileOf(profiles.folder, profileOf(owner)),
    ...begun,
    ...files.filter((it) => !inLists(it.path) && it.path !== projectsDiagram),
  ]
}
