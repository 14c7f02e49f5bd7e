import type { CheckResult } from '@/lib/content/check/check-content'
import type { ReadDocument } from '@/lib/content/check/document'
import { daysBetween, visibilityOn } from '@/lib/content/dates'
import type { Claim } from '@/lib/content/fields'
import type { Profile } from '@/lib/content/profile'
import { unwritten } from '@/lib/content/starters'
import { counted } from './counted'

/** One line of the checklist: settled, to be done, or good to know. */
export type Item = {
  readonly state: 'done' | 'open' | 'note'
  readonly what: string
  readonly next?: string
  readonly where?: readonly string[]
}

const settled = (what: string): Item => ({ state: 'done', what })
const open = (what: string, next: string, where: readonly string[] = []): Item => ({ state: 'open', what, next, where })

/** Claims are looked at again once a year. */
const staleAfterDays = 365

const placeholder = /(?:^|[.@/])(?:example\.(?:com|org|net)|[^.]+\.(?:example|test|invalid|localhost))(?:[/:]|$)|localhost/i

/** Everything that can be told without asking the network. */
export function launchList(checked: CheckResult): Item[] {
  const { documents, catalogue, counts } = checked
  const profile = documents.find((it) => it.collection.single)?.fields as Profile | undefined
  const shown = documents.filter((it) => visibilityOn(catalogue.today, it.schedule) === 'public')
  return [
    contentItem(checked),
    ...(profile
      ? [
          identityItem(profile),
          ownContentItem(profile),
          emailItem(profile),
          siteItem(profile),
          linksItem(profile),
          cvItem(profile, shown),
        ]
      : []),
    unwrittenItem(shown),
    claimsItem(shown, catalogue.today),
    hiddenItem(counts, documents, catalogue.today),
  ]
}

const contentItem = ({ problems }: CheckResult): Item =>
  problems.length === 0
    ? settled('the content passes its check')
    : open(`the content has ${counted(problems.length, 'problem')}`, 'npm run check')

const identityItem = ({ sample, name }: Profile): Item =>
  sample
    ? open(`the profile is a sample: ${name} does not exist, and every page says noindex`, 'npm run own')
    : settled(`the site belongs to ${name}`)

const ownContentItem = ({ sampleContent }: Profile): Item =>
  sampleContent
    ? open(
        'projects, articles and so on are the sample’s',
        'npm run own -- --empty, or replace them and take sampleContent out of content/profile.mdx',
      )
    : settled('the content is yours')

const emailItem = ({ contact: { email } }: Profile): Item =>
  placeholder.test(email)
    ? open(`${email} is a placeholder`, 'npm run own -- --email you@your-domain.org')
    : settled(`letters go to ${email}`)

function siteItem({ site }: Profile): Item {
  if (!site)
    return open(
      'the site has no address: canonical links, feeds and the sitemap need one',
      'site: https://… in content/profile.mdx',
    )
  if (placeholder.test(new URL(site).host)) return open(`${site} is a placeholder`, 'site: in content/profile.mdx')
  return site.startsWith('https:')
    ? settled(`the site will be at ${site}`)
    : open(`${site} is not https`, 'site: https://… in content/profile.mdx')
}

const linksItem = ({ links }: Profile): Item =>
  links.length === 0
    ? open('there is no link to you elsewhere', 'links: [{ label: GitHub, url: https://… }] in content/profile.mdx')
    : settled(`${counted(links.length, 'link')} to you elsewhere`)

/** What a reader of a CV looks for first. */
function cvItem(profile: Profile, shown: readonly ReadDocument[]): Item {
  const missing = [
    ...(shown.some((it) => it.collection.kind === 'experience') ? [] : ['no engagement (npm run new -- experience "…")']),
    ...(shown.some((it) => it.collection.kind === 'project') ? [] : ['no project (npm run new -- project "…")']),
    ...(profile.location ? [] : ['no location: in content/profile.mdx']),
    ...(profile.languages.length > 0 ? [] : ['no languages: in content/profile.mdx']),
    ...(profile.stack.length > 0 ? [] : ['no stack: in content/profile.mdx']),
  ]
  return missing.length === 0
    ? settled('the CV has its fields')
    : open('the CV lacks what its readers look for', 'fill in what is named', missing)
}

function unwrittenItem(shown: readonly ReadDocument[]): Item {
  const where = shown.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((row, index) => (row.includes(unwritten) && !row.startsWith('#') ? [`content/${path}:${index + 1}`] : [])),
  )
  return where.length === 0
    ? settled('nothing public is still to be written')
    : open(`${counted(where.length, 'line')} to do: "${unwritten}"`, 'write them, or draft: true', where)
}

function claimsItem(shown: readonly ReadDocument[], today: string): Item {
  const claims = shown.flatMap(({ path, fields }) => ((fields?.claims ?? []) as Claim[]).map((it) => ({ path, ...it })))
  const stale = claims.filter((it) => daysBetween(it.verified, today) > staleAfterDays)
  if (stale.length === 0) return settled(`${counted(claims.length, 'claim')}, each verified within a year`)
  return open(
    `${stale.length} of ${claims.length} claims were last verified over a year ago`,
    'verify them and set verified:',
    stale.map((it) => `content/${it.path}: ${it.id}, ${it.verified}`),
  )
}

function hiddenItem({ drafts, scheduled }: CheckResult['counts'], documents: readonly ReadDocument[], today: string): Item {
  if (drafts + scheduled === 0) return settled('no draft is left')
  const hidden = documents.filter((it) => visibilityOn(today, it.schedule) !== 'public')
  return {
    state: 'note',
    what: `${counted(drafts, 'draft')} and ${scheduled} scheduled will not be shown`,
    where: hidden.map((it) => `content/${it.path}${it.schedule.draft ? '' : `, from ${it.schedule.publishAt ?? ''}`}`),
  }
}
