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
    const follow = () => {
      show(stored())
      this.#label(button)
    }
    addEventListener('storage', ({ key }) => {
      if (key === KEY || key === null) follow()
    })
    // A page that comes back from the browser's memory has heard of no change meanwhile.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) follow()
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
  return themeOf(document.documentElement.dataset.theme)
}

/** What another page may have chosen; where storage is blocked, what this one has. */
function stored(): Theme {
  try {
    return themeOf(localStorage.getItem(KEY))
  } catch {
    return current()
  }
}

function themeOf(chosen: string | null | undefined): Theme {
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

function show(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

function apply(theme: Theme) {
  show(theme)
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Storage may be full or blocked; the choice then holds for this page.
  }
}

customElements.define('theme-toggle', ThemeToggle)
