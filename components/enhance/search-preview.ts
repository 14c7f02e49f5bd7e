/** Only in `npm run dev`: the index is made of the built pages, so the form says where it can be tried. */
class SearchPreview extends HTMLElement {
  connectedCallback(): void {
    const output = this.querySelector('output')
    if (output) output.textContent = 'Search looks through the built pages, so it answers in npm start and not in this preview.'
    this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault())
  }
}

export {}

if (!customElements.get('site-search')) customElements.define('site-search', SearchPreview)
