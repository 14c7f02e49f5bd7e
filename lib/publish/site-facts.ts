import { spawnSync } from 'node:child_process'
import { articles, newestFirst } from '@/lib/content/articles'
import { collections } from '@/lib/content/collections'
import { faqs } from '@/lib/content/faqs'
import { profile } from '@/lib/content/site'
import { entriesOf } from '@/lib/content/store'

export type Writing = {
  readonly href: string
  readonly title: string
  readonly summary: string
  readonly date: string
  readonly updated: string
}

/** What feeds, the sitemap and data for machines say, gathered once from the compiled content. */
export type SiteFacts = {
  /** Undefined until the owner says where the site will live: addresses that must be whole are then left out. */
  readonly origin: string | undefined
  readonly basePath: string
  readonly person: { readonly name: string; readonly role: string; readonly statement: string; readonly links: readonly string[] }
  readonly writings: readonly Writing[]
  readonly questions: readonly { readonly title: string; readonly answer: string }[]
  /** The day on which the content behind an address last changed. */
  readonly changed: ReadonlyMap<string, string>
}

/** The last commit's day of each content file; a file that git does not know has none. */
function commitDays(): Map<string, string> {
  const { status, stdout } = spawnSync('git', ['log', '--format=%x00%cs', '--name-only', '--relative', '--', 'content'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const days = new Map<string, string>()
  if (status !== 0) return days
  for (const commit of stdout.split('\0').slice(1)) {
    const [day = '', ...files] = commit.trim().split(/\n+/)
    for (const file of files) if (!days.has(file)) days.set(file, day)
  }
  return days
}

type Dated = { readonly date?: string; readonly updated?: string | undefined }

export function gatherFacts(origin: string | undefined, basePath: string): SiteFacts {
  const { name, role, statement, links } = profile()
  const days = commitDays()
  const changed = new Map<string, string>()
  for (const collection of collections)
    for (const { href, source, fields } of entriesOf(collection)) {
      const { date, updated } = fields as Dated
      const day = updated ?? date ?? days.get(`content/${source}`)
      const address = href.replace(/#.*/, '')
      if (day && day > (changed.get(address) ?? '')) changed.set(address, day)
    }
  return {
    origin,
    basePath,
    person: { name, role, statement, links: links.map((it) => it.url) },
    writings: newestFirst(entriesOf(articles)).map(({ href, fields }) => ({
      href,
      title: fields.title,
      summary: fields.summary,
      date: fields.date,
      updated: fields.updated ?? fields.date,
    })),
    questions: entriesOf(faqs)
      .toSorted((a, b) => a.fields.order - b.fields.order)
      .map(({ fields }) => ({ title: fields.title, answer: fields.short })),
    changed,
  }
}

/** The whole address of something on the site; below the base path, and from the root while the origin is unknown. */
export const wholeAddress = ({ origin = '', basePath }: Pick<SiteFacts, 'origin' | 'basePath'>, address: string): string =>
  `${origin}${basePath}${address}`
