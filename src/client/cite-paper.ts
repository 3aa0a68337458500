/** Adds a button that copies the citation in the chosen format, and says so. */
class CitePaper extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    button?.addEventListener('click', () => this.#copy())
    if (button) button.hidden = false
    this.addEventListener('change', () => this.#say(''))
  }

  async #copy() {
    const { value, label } = this.#chosen()
    const shown = this.querySelector<HTMLElement>(`[data-format="${value}"]`)
    if (!shown) return
    try {
      await navigator.clipboard.writeText(`${shown.textContent}\n`)
      this.#say(`${label} copied`)
    } catch {
      getSelection()?.selectAllChildren(shown)
      this.#say('Copying is blocked here. The text is selected, so that you can copy it.')
    }
  }

  #chosen() {
    const chosen = this.querySelector<HTMLInputElement>('input:checked')
    return { value: chosen?.value ?? '', label: chosen?.dataset.label ?? '' }
  }

  #say(text: string) {
    const status = this.querySelector('[role="status"]')
    if (status) status.textContent = text
  }
}

customElements.define('cite-paper', CitePaper)
