const KEY = 'lectern-theme'
const NEXT = { system: 'light', light: 'dark', dark: 'system' } as const
type Theme = keyof typeof NEXT

/** A button that goes round system, light and dark, and remembers the choice in this browser. */
class ThemeToggle extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    if (!button) return
    button.addEventListener('click', () => {
      apply(NEXT[current()])
      this.#label(button)
    })
    this.#label(button)
    this.hidden = false
  }

  #label(button: HTMLButtonElement) {
    const theme = current()
    const text = `Theme: ${theme}. Switch to ${NEXT[theme]}`
    button.title = text
    const label = button.querySelector('span')
    if (label) label.textContent = text
  }
}

function current(): Theme {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

function apply(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Storage may be full or blocked; the choice then holds for this page.
  }
}

customElements.define('theme-toggle', ThemeToggle)
