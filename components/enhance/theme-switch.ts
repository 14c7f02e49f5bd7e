/** Paper or ink, remembered. The page follows the system until the reader chooses. */
const themes = ['paper', 'ink'] as const

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute('role', 'group')
    this.setAttribute('aria-label', 'Theme')
    this.replaceChildren(...themes.map((theme) => this.button(theme)))
    this.show()
  }

  private button(theme: string): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.value = theme
    button.textContent = theme[0]?.toUpperCase() + theme.slice(1)
    button.onclick = () => {
      document.documentElement.dataset.theme = theme
      localStorage.setItem('theme', theme)
      this.show()
    }
    return button
  }

  private show(): void {
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'ink' : 'paper'
    const current = document.documentElement.dataset.theme ?? system
    for (const button of this.querySelectorAll('button')) button.ariaPressed = String(button.value === current)
  }
}

customElements.define('theme-switch', ThemeSwitch)
