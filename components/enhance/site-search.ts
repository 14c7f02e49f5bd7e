import { find, type Found } from '@/lib/search/find'
import { type PageText, type SearchPages, shardsFor, type WordShard } from '@/lib/search/index-files'
import { quote } from '@/lib/search/quote'
import { wordsOf } from '@/lib/search/words'

const shownAtOnce = 20

/** Where the index lies: beside this script, in a folder named by its content. The site's root is above both. */
const filesOf =
  (folder: string) =>
  async <Content>(name: string): Promise<Content> => {
    const answer = await fetch(new URL(`${folder}/${name}.json`, import.meta.url))
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
    return (await answer.json()) as Content
  }
const root = new URL('../', import.meta.url)

const copyOf = (template: HTMLTemplateElement): HTMLElement => {
  const copy = template.content.firstElementChild?.cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new Error('The search page has no row to fill.')
  return copy
}

/** A search can be sent to somebody, and is still there after going to a page and back. */
function keepInAddress(question: string): void {
  const address = new URL(location.href)
  if (question) address.searchParams.set('q', question)
  else address.searchParams.delete('q')
  history.replaceState(null, '', address)
}

/** On the search page only. The form, and what a result looks like, are printed; this fills them. */
class SiteSearch extends HTMLElement {
  readonly #file = filesOf(this.dataset.index ?? '')
  readonly #shards = new Map<string, WordShard>()
  readonly #texts = new Map<number, PageText>()
  #pages: SearchPages | undefined
  #asked = 0

  connectedCallback(): void {
    const form = this.#part('form')
    const input = this.#part('input')
    input.value = new URLSearchParams(location.search).get('q') ?? ''
    form.addEventListener('submit', (event) => event.preventDefault())
    input.addEventListener('input', () => void this.#answer(input.value))
    if (input.value) void this.#answer(input.value)
    // A reader who came to search can type at once; one who followed a link to a question reads the answers.
    else if (matchMedia('(pointer: fine)').matches) input.focus({ preventScroll: true })
  }

  #part<Name extends keyof HTMLElementTagNameMap>(selector: Name): HTMLElementTagNameMap[Name] {
    const found = this.querySelector(selector)
    if (!found) throw new Error(`The search page has no ${selector}.`)
    return found
  }

  async #answer(question: string): Promise<void> {
    const turn = (this.#asked += 1)
    const words = [...new Set(wordsOf(question))]
    const tooShort = words.every((it) => it.length < 2)
    try {
      const found = tooShort ? [] : await this.#find(words)
      const texts = await Promise.all(found.slice(0, shownAtOnce).map((it) => this.#text(it.page)))
      // Somebody who types on is not shown the answer to an older question.
      if (turn !== this.#asked) return
      this.#show(found, texts, words)
      this.#say(tooShort ? '' : this.#sumUp(found.length, question.trim()))
      keepInAddress(question.trim())
    } catch {
      if (turn === this.#asked) this.#say('The index could not be fetched. The lists below hold every entry.')
    }
  }

  async #find(words: readonly string[]): Promise<Found[]> {
    const pages = (this.#pages ??= await this.#file<SearchPages>('pages'))
    const wanted = new Set(words.flatMap((it) => shardsFor(it, pages.shards)))
    await Promise.all(
      [...wanted]
        .filter((it) => !this.#shards.has(it))
        .map(async (it) => void this.#shards.set(it, await this.#file<WordShard>(`words-${it}`))),
    )
    return find(words, pages, this.#shards)
  }

  async #text(page: number): Promise<PageText> {
    const text = this.#texts.get(page) ?? (await this.#file<PageText>(`text-${page}`))
    this.#texts.set(page, text)
    return text
  }

  #sumUp(count: number, question: string): string {
    if (count === 0) return `Nothing holds “${question}”. Fewer or shorter words may; the lists below hold every entry.`
    const pages = `${count} ${count === 1 ? 'page holds' : 'pages hold'} “${question}”`
    return count > shownAtOnce ? `${pages}; the nearest ${shownAtOnce} are shown.` : `${pages}.`
  }

  #say(text: string): void {
    this.#part('output').textContent = text
  }

  #show(found: readonly Found[], texts: readonly PageText[], words: readonly string[]): void {
    const template = this.#part('template')
    const rows = texts.flatMap((text, at) => (found[at] ? [this.#row(template, found[at], text, words)] : []))
    this.querySelector('.found')?.replaceChildren(...rows)
  }

  #row(template: HTMLTemplateElement, { page, sections }: Found, text: PageText, words: readonly string[]): HTMLElement {
    const row = copyOf(template)
    const about = this.#pages?.pages[page]
    const fill = (part: string, says: string) => {
      const element = row.querySelector<HTMLElement>(`[data-part="${part}"]`)
      if (element) element.textContent = says
      return element
    }
    const address = (id: string) => new URL((about?.href ?? '') + (id && `#${id}`), root).pathname + (id && `#${id}`)
    fill('number', about?.number ?? '')
    fill('kind', about?.kind ?? '')
    fill('title', about?.title ?? '')?.setAttribute('href', address(''))
    const best = text.sections[sections[0] ?? 0]
    const body = best && wordsOf(best.text).some((it) => words.some((word) => it.startsWith(word))) ? best.text : text.summary
    fill('text', '')?.append(
      ...quote(body, words).map(({ text: says, marked }) => {
        if (!marked) return says
        const mark = document.createElement('mark')
        mark.textContent = says
        return mark
      }),
    )
    const places = sections.flatMap((it) => text.sections[it] ?? []).filter((it) => it.id && it.heading)
    const list = row.querySelector('[data-part="sections"]')
    const link = list?.querySelector('a')
    list?.replaceChildren(
      ...places.map(({ id, heading }) => {
        const copy = link?.cloneNode() as HTMLAnchorElement
        copy.href = address(id)
        copy.textContent = heading
        return copy
      }),
    )
    return row
  }
}

const define = () => customElements.define('site-search', SiteSearch)
// The published page adds this script while it is parsed: defined too early, the element would come alive without its form.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', define)
else define()
