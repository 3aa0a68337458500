import type { Suggestion } from '../search/model.ts'
import { arrange, part } from './elements.ts'
import { politeStatus } from './polite-status.ts'
import { type ReplyTo, searchClient } from './search-client.ts'
import { onSearchShortcut } from './search-shortcut.ts'
import { describeOffer, optionGroups } from './suggestion-list.ts'

/**
 * An editable combobox with list autocomplete and manual selection, after the ARIA Authoring
 * Practices: focus stays in the field, and nothing is selected until the reader does so.
 */
class SearchBox extends HTMLElement {
  #input!: HTMLInputElement
  #popup!: HTMLElement
  #listbox!: HTMLElement
  #trouble!: HTMLElement
  #say!: (text: string) => void
  #isConnectedToSearch = false
  #suggestions: Suggestion[] = []
  /** Index of the selected option; -1 for none. */
  #active = -1

  connectedCallback() {
    this.#input = this.querySelector('input')!
    this.#popup = part(this, 'popup')
    this.#listbox = part(this, 'listbox')
    this.#trouble = part(this, 'trouble')
    this.#say = politeStatus(part(this, 'status'))
    this.#becomeCombobox()
    this.#input.addEventListener('focus', () => this.#connect())
    this.addEventListener('pointerenter', () => this.#connect())
    this.#input.addEventListener('input', () => this.#ask())
    this.#input.addEventListener('keydown', (event) => this.#onKey(event))
    this.#input.addEventListener('blur', () => this.#close())
    this.#input.form?.addEventListener('submit', () => this.#close())
    // A page that comes back from the browser's memory would have the list over it.
    addEventListener('pagehide', () => this.#close())
    // Pressing a mouse button on an option must not take the focus from the field.
    this.#popup.addEventListener('mousedown', (event) => event.preventDefault())
    onSearchShortcut(() => {
      this.#input.focus()
      this.#input.select()
    })
  }

  // Without script it is a plain field, so the roles come with the behaviour.
  #becomeCombobox() {
    this.#listbox.setAttribute('role', 'listbox')
    this.#listbox.setAttribute('aria-label', 'Suggestions')
    const attributes = {
      role: 'combobox',
      'aria-expanded': 'false',
      'aria-controls': this.#listbox.id,
      'aria-autocomplete': 'list',
      'aria-keyshortcuts': '/ Control+K Meta+K',
    }
    for (const [name, value] of Object.entries(attributes)) this.#input.setAttribute(name, value)
  }

  #connect() {
    if (this.#isConnectedToSearch) return
    this.#isConnectedToSearch = true
    searchClient().onFailure((left) => {
      this.#trouble.hidden = left !== 'nothing'
    })
  }

  get #options(): HTMLElement[] {
    return [...this.#listbox.querySelectorAll<HTMLElement>('[role="option"]')]
  }

  get #papersOnly(): boolean {
    return 'papersOnly' in this.dataset
  }

  get #isOpen(): boolean {
    return !this.#popup.hidden
  }

  #ask() {
    const text = this.#input.value.trim()
    this.#select(-1)
    if (text === '') {
      this.#close()
      this.#empty()
      return
    }
    this.#connect()
    // Older suggestions stay until there are others; the way to the results page is right at once.
    this.#offer(text, this.#suggestions, null)
    this.#open()
    searchClient().ask({ kind: 'suggest', text }, (reply) => this.#receive(text, reply))
  }

  #receive(text: string, { suggestions: all, total, complete }: ReplyTo<'suggest'>) {
    // An answer may come when the reader has emptied the field or gone on.
    if (this.#input.value.trim() !== text) return
    this.#trouble.hidden = true
    const suggestions = this.#papersOnly ? all.filter(({ kind }) => kind === 'paper') : all
    this.#offer(text, suggestions, complete ? total : null)
    if (this.#isOpen) this.#say(describeOffer(suggestions))
  }

  #empty() {
    this.#suggestions = []
    arrange(this.#listbox, [])
  }

  #offer(text: string, suggestions: Suggestion[], total: number | null) {
    this.#suggestions = suggestions
    const selected = this.#options[this.#active]?.getAttribute('href')
    const offer = { text, suggestions, total, papersOnly: this.#papersOnly }
    arrange(this.#listbox, optionGroups(offer, `${this.#listbox.id}-option`))
    // A fuller answer to the same text keeps what the reader has selected.
    this.#select(this.#options.findIndex((option) => option.getAttribute('href') === selected))
  }

  #onKey(event: KeyboardEvent) {
    if (event.isComposing) return
    const handled = this.#keyAction(event)
    if (handled) event.preventDefault()
    else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) this.#select(-1)
  }

  /** Whether the key did something here, and nothing more is to come of it. */
  #keyAction({ key, altKey }: KeyboardEvent): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') return this.#onArrow(key, altKey)
    if (key === 'Escape') return this.#onEscape()
    const option = this.#options[this.#active]
    if (key === 'Enter' && this.#isOpen && option) {
      option.click()
      return true
    }
    return false
  }

  #onArrow(key: 'ArrowDown' | 'ArrowUp', altKey: boolean): boolean {
    const count = this.#options.length
    if (count === 0) {
      this.#ask()
      return this.#isOpen
    }
    if (altKey && key === 'ArrowUp') {
      this.#close()
      return true
    }
    this.#open()
    if (altKey) return true
    // From the field, down goes to the first option and up to the last; past either end is the field.
    const places = count + 1
    const step = key === 'ArrowDown' ? 1 : -1
    this.#select(((this.#active + 1 + step + places) % places) - 1)
    return true
  }

  #onEscape(): boolean {
    if (this.#isOpen) this.#close()
    else if (this.#input.value !== '') {
      this.#input.value = ''
      this.#empty()
    } else return false
    return true
  }

  #open() {
    this.#popup.hidden = false
    this.#input.setAttribute('aria-expanded', 'true')
  }

  #close() {
    this.#select(-1)
    this.#popup.hidden = true
    this.#input.setAttribute('aria-expanded', 'false')
  }

  #select(index: number) {
    this.#options[this.#active]?.setAttribute('aria-selected', 'false')
    this.#active = index
    const option = this.#options[index]
    if (!option) {
      this.#input.removeAttribute('aria-activedescendant')
      return
    }
    option.setAttribute('aria-selected', 'true')
    this.#input.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }
}

customElements.define('search-box', SearchBox)
