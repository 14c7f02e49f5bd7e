/** A Copy button in the caption of each code block: only there when there is a script to answer it. */
class CopyCode extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'Copy'
    button.onclick = async () => {
      // The caption that the button ends stands right before the code.
      const code = this.parentElement?.nextElementSibling?.textContent ?? ''
      await navigator.clipboard.writeText(code)
      button.textContent = 'Copied'
      setTimeout(() => {
        button.textContent = 'Copy'
      }, 2000)
    }
    this.replaceChildren(button)
  }
}

customElements.define('copy-code', CopyCode)
for (const caption of document.querySelectorAll('figcaption:has(+ pre)')) caption.append(new CopyCode())
