/** Marks in the contents the section that is being read: the last heading above the upper third of the window. */
class CurrentSection extends HTMLElement {
  connectedCallback(): void {
    const links = new Map([...this.querySelectorAll('a')].map((it) => [decodeURIComponent(it.hash.slice(1)), it]))
    const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? [])
    const show = () => {
      const current = headings.findLast((it) => it.getBoundingClientRect().top < innerHeight / 3)
      for (const [id, link] of links)
        if (id === current?.id) link.setAttribute('aria-current', 'location')
        else link.removeAttribute('aria-current')
    }
    // Only when a heading crosses the line: nothing is measured while scrolling between them.
    const observer = new IntersectionObserver(show, { rootMargin: '0px 0px -66% 0px' })
    for (const it of headings) observer.observe(it)
  }
}

customElements.define('current-section', CurrentSection)
