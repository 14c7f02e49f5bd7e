import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '@/lib/cli/failure'
import { createDocument } from '@/lib/cli/new'
import { checkContent } from '@/lib/content/check/check-content'
import { messageOf } from '@/lib/content/check/problem'
import { collections } from '@/lib/content/collections'
import { slugFrom } from '@/lib/content/slug'
import { type ProjectFolder, soundProject } from '../content/project-folder'

let project: ProjectFolder
beforeEach(() => {
  project = soundProject()
})
afterEach(() => project.remove())

const failureOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Failure) return `${error.what} ${error.next}`
    throw error
  }
  throw new Error('it did not fail')
}

describe('npm run new', () => {
  const kinds = collections.filter((it) => it.begin).map((it) => it.kind)

  it.each(kinds)('begins a valid draft: %s', (kind) => {
    if (kind === 'case-study') createDocument(project.root, { kind: 'project', title: 'What it tells of' })
    const path = createDocument(project.root, { kind, title: 'No: a "title" that YAML could misread # 1' })
    const { problems, documents } = checkContent(project.root)
    expect(problems.map((it) => `${it.file}:${it.line} ${messageOf(it)}`)).toEqual([])
    expect(documents.find((it) => it.path === path)?.fields).toMatchObject({
      draft: true,
      title: 'No: a "title" that YAML could misread # 1',
    })
  })

  it('has a kind for every collection but the profile', () => {
    expect(kinds).toEqual(collections.filter((it) => !it.single).map((it) => it.kind))
  })

  it('says above each field what it is for, and below them what else there is', () => {
    const text = project.read(createDocument(project.root, { kind: 'article', title: 'Outbox, again' }))
    expect(text).toContain('# Two to five of content/vocabulary/tags.yaml.\ntags:\n  - retries\n  - queues\n')
    expect(text).toContain('# It may also have:\n#   publishAt: The day (UTC) from which a build prints it.\n')
  })

  it('takes the next number of its list', () => {
    expect(project.read(createDocument(project.root, { kind: 'ledger', title: 'Another office' }))).toContain('\nentry: A2\n')
    expect(project.read(createDocument(project.root, { kind: 'faq', title: 'Why' }))).toContain('\norder: 2\n')
  })

  it('never writes over a file', () => {
    createDocument(project.root, { kind: 'article', title: 'Twice' })
    expect(failureOf(() => createDocument(project.root, { kind: 'article', title: 'Twice!' }))).toBe(
      'content/articles/twice.mdx is there already. edit that file, or give another title or --slug.',
    )
  })

  it('says what is missing or misspelt', () => {
    expect(failureOf(() => createDocument(project.root, { kind: 'artcle', title: 'x' }))).toContain('did you mean article?')
    expect(failureOf(() => createDocument(project.root, { kind: 'article', title: ' ' }))).toContain('has no title')
    expect(failureOf(() => createDocument(project.root, { kind: 'article', title: '日本' }))).toContain('--slug')
    expect(failureOf(() => createDocument(project.root, { kind: 'article', title: 'x'.repeat(91) }))).toContain('91 characters')
    expect(failureOf(() => createDocument(project.root, { kind: 'article', title: 'x' }, '../x'))).toContain('is no slug')
  })
})

describe('a slug', () => {
  it.each([
    ['Über Ångström & Łódź', 'uber-angstrom-lodz'],
    ['Crème brûlée, Straße, œuvre', 'creme-brulee-strasse-oeuvre'],
    ['It’s C++ 20%', 'its-c-20'],
    ['İstanbul', 'istanbul'],
    ['???', ''],
  ])('of %s is %s', (title, slug) => {
    expect(slugFrom(title)).toBe(slug)
  })
})
