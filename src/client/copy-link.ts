/**
 * Copies or shares the link in `data-url`, or else the page's address at that time, and says so. A place that the
 * reader has gone to, as a sentence of an abstract, is part of it.
 */
class CopyLink extends HTMLElement {
  connectedCallback() {
    const { url = '', title = '' } = this.dataset
    const address = () => new URL(url, location.href).href + location.hash
    this.#button('copy')?.addEventListener('click', () => this.#copy(address()))
    const share = this.#button('share')
    if (share && 'share' in navigator) {
      share.hidden = false
      share.addEventListener('click', () => {
        // Closing the share sheet rejects the promise, which is no failure.
        navigator.share({ title, url: address() }).catch(() => {})
      })
    }
  }

  #button(action: string) {
    return this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)
  }

  async #copy(address: string) {
    try {
      await navigator.clipboard.writeText(address)
      this.#say(location.hash ? 'Link to this place copied' : 'Link copied')
    } catch {
      this.#say(`Copying is blocked here. The link is ${address}`)
    }
  }

  #say(text: string) {
    const status = this.querySelector('[role="status"]')
    if (status) status.textContent = text
  }
}

customElements.define('copy-link', CopyLink)
