import { describe, expect, it } from 'vitest'
import { type Article, articleCard, articleRow, articles } from '@/lib/content/articles'
import { catalogueOf, type Listed } from '@/lib/content/catalogue'
import { collections } from '@/lib/content/collections'
import { visibilityOn } from '@/lib/content/dates'
import { claimsOf, evidenceBySkill } from '@/lib/content/evidence'
import { backlinksOf } from '@/lib/content/links'
import { counted, inCategory, inSeries, neighbours, piecesOf, withTag } from '@/lib/content/writing'
import { checkWith, today } from './content-folder'

/** The sound site as the pages see it: its public documents, their fields checked. */
const shown = checkWith().documents.filter((it) => visibilityOn(today, it.schedule) === 'public')
const entries = collections.map((collection) => ({
  collection,
  entries: shown
    .filter((it) => it.collection === collection)
    .map(({ slug, href, path, fields, body }) => ({
      kind: collection.kind,
      slug,
      href,
      source: path,
      fields: fields ?? {},
      code: `never sent to a list ${(body?.links ?? []).map(({ url }) => `{href:"${url}"}`).join(' ')}`,
    })),
}))
const all = catalogueOf(entries, {
  skills: [{ slug: 'typescript', name: 'TypeScript', group: 'Languages' }],
  roles: [{ slug: 'staff-engineer', title: 'Staff Engineer', looksFor: 'Judgement.', emphasises: [] }],
})
const written = entries.find((it) => it.collection.kind === articles.kind)?.entries as unknown as Article[]
const pieces = piecesOf(written.map((it) => ({ ...it, outline: { words: 460 } })))
const titles = (some: readonly Listed[] = []) => some.map((it) => it.title)

describe('references', () => {
  it('come to a title and an address, whatever they name', () => {
    expect(all.get('project:outbox-relay')).toMatchObject({ title: 'Outbox relay', href: '/projects/outbox-relay/' })
    expect(all.get('lab:broker-queue')).toMatchObject({ href: '/lab/broker-queue/' })
    expect(all.get('role:staff-engineer')).toMatchObject({ title: 'Staff Engineer', href: '/for/staff-engineer/' })
  })

  it('to what is not shown come to nothing', () => {
    const found = ['article:unfinished', 'article:later', 'article:outbox'].filter((it) => all.has(it))
    expect(found).toEqual(['article:outbox'])
  })

  it('are known at their other end, whichever field or link makes them', () => {
    const backlinks = backlinksOf([...all.values()])
    expect(titles(backlinks.get('article:outbox'))).toEqual(['Retries and what they cost', 'What is an outbox'])
    expect(titles(backlinks.get('case-study:outbox-relay'))).toEqual(['Outbox relay', 'Lost messages'])
    expect(titles(backlinks.get('project:outbox-relay'))).toEqual(['Outbox relay', 'Retries and what they cost'])
    expect(titles(backlinks.get('lab:broker-queue'))).toEqual(['Retries and what they cost'])
  })
})

describe('claims', () => {
  it('are listed with the document that makes them and where their evidence is', () => {
    expect(claimsOf(all.values(), (it) => all.get(it))).toMatchObject([
      { claim: { id: 'fewer-calls' }, from: { title: 'Retries and what they cost' }, evidence: { href: '/lab/broker-queue/' } },
    ])
  })
})

describe('a skill', () => {
  it('has the documents that name it as evidence', () => {
    expect(titles(evidenceBySkill(all.values()).get('typescript'))).toEqual(['Retries and what they cost'])
  })
})

describe('the indexes of articles', () => {
  const slugs = (some: readonly { readonly slug: string }[]) => some.map((it) => it.slug)

  it('hold what is shown, newest first; a series in the order of its parts', () => {
    expect(slugs(pieces.filter(inCategory('databases')))).toEqual(['outbox'])
    expect(slugs(pieces.filter(withTag('queues')))).toEqual(['outbox', 'retries'])
    expect(slugs(inSeries('delivery', pieces))).toEqual(['retries', 'outbox'])
  })

  it('count what is shown', () => {
    const tags = [{ slug: 'queues' }, { slug: 'unused' }]
    expect(counted(tags, withTag, pieces).map((it) => it.count)).toEqual([2, 0])
  })

  it('lead from one piece to the next in time', () => {
    expect(neighbours('retries', pieces)).toMatchObject({ earlier: undefined, later: { slug: 'outbox' } })
    expect(neighbours('outbox', pieces)).toMatchObject({ earlier: { slug: 'retries' }, later: undefined })
  })

  it('carry what a list prints and never the body', () => {
    const [article] = written as [Article]
    expect(Object.keys(articleRow(article))).toEqual(['slug', 'href', 'title', 'summary', 'date', 'category', 'tags', 'kind'])
    expect(JSON.stringify([articleCard(article), pieces])).not.toContain('never sent')
  })
})
