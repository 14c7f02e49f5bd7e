/** On the page for addresses that lead nowhere: of all pages by name, the three whose addresses are most like this one. */
class NearestPage extends HTMLElement {
  connectedCallback(): void {
    const wanted = grams(location.pathname)
    const near = [...this.querySelectorAll('a')]
      .map((link) => ({ link, score: likeness(wanted, grams(link.pathname)) }))
      .filter((it) => it.score > 0.3)
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
    if (near.length === 0) return
    const list = document.createElement('ul')
    list.className = 'nearest'
    for (const { link } of near) {
      const item = document.createElement('li')
      item.append(link.cloneNode(true))
      list.append(item)
    }
    const says = document.createElement('p')
    says.textContent = 'Did you mean'
    this.prepend(says, list)
  }
}

/** Pairs of neighbouring letters: a missing letter or a swapped word leaves most of them as they are. */
function grams(path: string): Set<string> {
  const text = decodeURIComponent(path)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)))
}

function likeness(one: Set<string>, other: Set<string>): number {
  const both = [...one].filter((it) => other.has(it)).length
  return (2 * both) / (one.size + other.size)
}

customElements.define('nearest-page', NearestPage)
