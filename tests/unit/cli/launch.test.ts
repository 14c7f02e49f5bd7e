import { describe, expect, it } from 'vitest'
import { addressesIn } from '@/lib/cli/external-links'
import { launchList } from '@/lib/cli/launch-list'
import type { ContentFile } from '@/lib/content/check/files'
import { checkWith, fileOf, textOf } from '../content/content-folder'

const open = (...files: readonly ContentFile[]) =>
  launchList(checkWith(...files))
    .filter((it) => it.state === 'open')
    .map((it) => it.what)

const profile = (from: string | RegExp, to: string) => fileOf('profile.mdx', textOf('profile.mdx').replace(from, to))
const ready = textOf('profile.mdx')
  .replaceAll('ada.example.org', 'lovelace.dev')
  .replace('links:', 'location: London\nlanguages: [English]\nlinks:')

describe('npm run launch', () => {
  it('has nothing to say of a site that is ready', () => {
    expect(open(fileOf('profile.mdx', ready))).toEqual([])
  })

  it('does not let a sample identity pass', () => {
    expect(open(fileOf('profile.mdx', ready.replace('role:', 'sample: true\nrole:')))).toEqual([
      'the profile is a sample: Ada Example does not exist, and every page says noindex',
    ])
    expect(open(fileOf('profile.mdx', ready.replace('role:', 'sampleContent: true\nrole:')))).toEqual([
      'projects, articles and so on are the sample’s',
    ])
  })

  it('names placeholders, what a CV lacks and what is nowhere to be found', () => {
    expect(open(profile(/^(?:site|links):.*\n/gm, ''))).toEqual([
      'ada@ada.example.org is a placeholder',
      'the site has no address: canonical links, feeds and the sitemap need one',
      'there is no link to you elsewhere',
      'the CV lacks what its readers look for',
    ])
  })

  it('names claims that nobody has looked at for a year', () => {
    const article = textOf('articles/retries.mdx').replace('verified: 2026-02-01', 'verified: 2025-02-01')
    expect(open(fileOf('profile.mdx', ready), fileOf('articles/retries.mdx', article))).toEqual([
      '1 of 1 claims were last verified over a year ago',
    ])
  })

  it('names lines that still stand in for the owner’s, by place', () => {
    const items = launchList(
      checkWith(
        fileOf('profile.mdx', ready),
        fileOf('pages/about.mdx', textOf('pages/about.mdx').replace('Some text.', 'To be written.')),
      ),
    )
    expect(items.find((it) => it.state === 'open')).toMatchObject({ where: ['content/pages/about.mdx:6'] })
  })

  it('names drafts and scheduled pieces without holding the launch up', () => {
    const note = launchList(checkWith(fileOf('profile.mdx', ready))).find((it) => it.state === 'note')
    expect(note).toEqual({
      state: 'note',
      what: '1 draft and 1 scheduled will not be shown',
      where: ['content/articles/later.mdx, from 2030-01-01', 'content/articles/unfinished.mdx'],
    })
  })

  it('knows every address outside the site and where it stands', () => {
    expect([...addressesIn(checkWith())]).toEqual([
      ['https://www.rfc-editor.org/rfc/rfc9110', 'content/articles/retries.mdx:44'],
      ['https://code.example.org/ada', 'content/profile.mdx'],
    ])
  })
})
