import { append, attribute, elements, insertBeforeFoot, makeElement, only, textOf } from './html'
import type { Page, Site } from './site'
import { type SiteFacts, wholeAddress } from './site-facts'

export type Sharing = { readonly facts: SiteFacts; readonly image: string }

const addressOf = (path: string): string => `/${path.replace(/(^|\/)index\.html$/, '$1')}`

const context = 'https://schema.org'

function person({ person: it, ...facts }: SiteFacts) {
  return {
    '@type': 'Person',
    name: it.name,
    jobTitle: it.role,
    description: it.statement,
    url: wholeAddress(facts, '/'),
    ...(it.links.length > 0 ? { sameAs: it.links } : {}),
  }
}

/** What search engines may read of a page as data: the person at home, each article, the questions with their answers. */
export function structuredData(address: string, facts: SiteFacts): object | undefined {
  if (address === '/') return { '@context': context, '@type': 'ProfilePage', mainEntity: person(facts) }
  if (address === '/faq/' && facts.questions.length > 0) {
    const mainEntity = facts.questions.map(({ title, answer }) => ({
      '@type': 'Question',
      name: title,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    }))
    return { '@context': context, '@type': 'FAQPage', mainEntity }
  }
  const writing = facts.writings.find((it) => it.href === address)
  if (!writing) return undefined
  return {
    '@context': context,
    '@type': 'BlogPosting',
    headline: writing.title,
    description: writing.summary,
    datePublished: writing.date,
    dateModified: writing.updated,
    // The home page says the rest of the person.
    author: { '@type': 'Person', name: facts.person.name, url: wholeAddress(facts, '/') },
    mainEntityOfPage: wholeAddress(facts, address),
  }
}

/** JSON inside HTML must not be able to end its own element. */
const safeJson = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')

/** Says to those who link to the page what it is called, where it lives and how it may be shown. */
export function tagPage(page: Page, { sharing }: Site): void {
  if (!sharing || page.path === '404.html') return
  const { facts, image } = sharing
  const head = only(page.document, 'head')
  const all = elements(head)
  const title = all.find((it) => it.tagName === 'title')
  const description = all.find((it) => it.tagName === 'meta' && attribute(it, 'name') === 'description')
  const address = addressOf(page.path)
  const writing = facts.writings.find((it) => it.href === address)
  const properties: Record<string, string | undefined> = {
    'og:title': title && textOf(title),
    'og:description': description && attribute(description, 'content'),
    'og:type': writing ? 'article' : address === '/' ? 'profile' : 'website',
    'og:site_name': facts.person.name,
    // Whoever shows a link fetches these from elsewhere: without the origin they would lead nowhere.
    ...(facts.origin
      ? {
          'og:url': wholeAddress(facts, address),
          'og:image': wholeAddress(facts, image),
          'og:image:width': '1200',
          'og:image:height': '630',
          'og:image:alt': `${facts.person.name}, ${facts.person.role}`,
        }
      : {}),
    'article:published_time': writing?.date,
    'article:modified_time': writing?.updated,
  }
  if (facts.origin) append(head, makeElement('link', { rel: 'canonical', href: wholeAddress(facts, address) }))
  for (const [property, content] of Object.entries(properties))
    if (content) append(head, makeElement('meta', { property, content }))
  append(head, makeElement('meta', { name: 'twitter:card', content: 'summary_large_image' }))
  append(head, makeElement('link', { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' }))
  if (address === '/' || address.startsWith('/writing/'))
    append(
      head,
      makeElement('link', {
        rel: 'alternate',
        type: 'application/atom+xml',
        title: `Writing by ${facts.person.name}`,
        href: '/atom.xml',
      }),
    )
  const data = structuredData(address, facts)
  if (data) insertBeforeFoot(page.document, makeElement('script', { type: 'application/ld+json' }, safeJson(data)))
}
