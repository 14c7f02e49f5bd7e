/** A Copy button for a text beside it, such as an address. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'Copy'
    button.onclick = async () => {
      await navigator.clipboard.writeText(this.dataset.text ?? '')
      button.textContent = 'Copied'
      setTimeout(() => {
        button.textContent = 'Copy'
      }, 2000)
    }
    this.replaceChildren(button)
  }
}

customElements.define('copy-text', CopyText)
