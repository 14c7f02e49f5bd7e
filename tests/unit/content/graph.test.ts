import { describe, expect, it } from 'vitest'
import type { Article } from '@/lib/content/articles'
import { articleCard, articleRow } from '@/lib/content/articles'
import { type AnyEntry, claimsIn, evidenceOf, follow, followAll, makeGraph, referringTo } from '@/lib/content/graph'
import { inCategory, inSeries, inUse, neighbours, withTag } from '@/lib/content/topics'
import { visibilityOn } from '@/lib/content/dates'
import { checkWith, today } from './content-folder'

/** The sound site as the pages see it: its public documents, their fields checked. */
const { documents } = checkWith()
const entries: AnyEntry[] = documents
  .filter((it) => visibilityOn(today, it.schedule) === 'public')
  .map(({ collection, slug, href, path, fields }) => ({ kind: collection.kind, slug, href, source: path, fields: fields ?? {}, code: 'never sent to a list' }))
const graph = makeGraph(entries, {
  skills: [{ slug: 'typescript', name: 'TypeScript' }],
  roles: [{ slug: 'staff-engineer', title: 'Staff Engineer' }],
  terms: [{ slug: 'outbox', name: 'Outbox', means: 'A table of messages.' }],
})
const articles = entries.filter((it) => it.kind === 'article') as unknown as Article[]
const titles = (all: readonly { title: string }[]) => all.map((it) => it.title)

describe('references', () => {
  it('come to a title and an address, whatever they name', () => {
    expect(follow(graph, 'project:outbox-relay')).toMatchObject({ title: 'Outbox relay', href: '/projects/outbox-relay/' })
    expect(follow(graph, 'lab:broker-queue')).toMatchObject({ href: '/lab/broker-queue/' })
    expect(follow(graph, 'role:staff-engineer')).toMatchObject({ title: 'Staff Engineer', href: '/for/staff-engineer/' })
    expect(follow(graph, 'term:outbox')).toMatchObject({ title: 'Outbox', href: undefined, summary: 'A table of messages.' })
  })

  it('to what is not shown come to nothing', () => {
    expect(followAll(graph, ['article:unfinished', 'article:later', 'article:outbox'])).toHaveLength(1)
  })

  it('are known at their other end', () => {
    expect(titles(referringTo(graph, { kind: 'article', slug: 'outbox' }))).toEqual(['What is an outbox'])
    expect(titles(referringTo(graph, { kind: 'case-study', slug: 'outbox-relay' }))).toEqual(['Lost messages', 'Outbox relay'])
    expect(titles(referringTo(graph, { kind: 'project', slug: 'outbox-relay' }))).toEqual(['Retries and what they cost', 'Outbox relay'])
    expect(titles(referringTo(graph, { kind: 'lab', slug: 'broker-queue' }))).toEqual(['Retries and what they cost'])
  })
})

describe('claims', () => {
  it('are listed with the document that makes them and where their evidence is', () => {
    expect(claimsIn(graph)).toMatchObject([{ claim: { id: 'fewer-calls' }, from: { title: 'Retries and what they cost' }, evidence: { href: '/lab/broker-queue/' } }])
  })
})

describe('a skill', () => {
  it('has the documents that name it as evidence, by kind, with their claims', () => {
    const { by, claims } = evidenceOf(graph, 'typescript')
    expect([...by].map(([kind, all]) => [kind, titles(all)])).toEqual([['article', ['Retries and what they cost']]])
    expect(claims.map((it) => it.claim.id)).toEqual(['fewer-calls'])
  })
})

describe('topics', () => {
  it('hold what is shown, newest first; a series in the order of its parts', () => {
    expect(inCategory(articles, 'databases').map((it) => it.slug)).toEqual(['outbox'])
    expect(withTag(articles, 'queues').map((it) => it.slug)).toEqual(['outbox', 'retries'])
    expect(inSeries(articles, 'delivery').map((it) => it.slug)).toEqual(['retries', 'outbox'])
  })

  it('are counted, and left out where nothing is in them', () => {
    const tags = [{ slug: 'queues' }, { slug: 'unused' }]
    expect(inUse(tags, (slug) => withTag(articles, slug).length)).toEqual([{ slug: 'queues', count: 2 }])
  })

  it('lead from one part of a series to the next', () => {
    const [first, second] = inSeries(articles, 'delivery') as [Article, Article]
    expect(neighbours(articles, first)).toEqual({ before: undefined, after: second })
    expect(neighbours(articles, second)).toEqual({ before: first, after: undefined })
  })
})

describe('a projection', () => {
  it('carries what a list prints and never the body', () => {
    const [article] = articles as [Article]
    expect(Object.keys(articleRow(article))).toEqual(['slug', 'href', 'title', 'summary', 'date', 'category', 'tags', 'kind'])
    expect(JSON.stringify(articleCard(article))).not.toContain('never sent')
  })
})
