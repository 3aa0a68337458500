/**
 * Moves along a shelf with the arrow keys, Home and End; each shelf stays one tab stop. A finger, which covers several
 * spines, shows titles as it slides over them, and opens the one that is shown by a tap.
 */
class PaperShelves extends HTMLElement {
  /** Whether the touch that is under way has shown another title. */
  #isNew = false

  connectedCallback() {
    for (const shelf of this.querySelectorAll('ul')) {
      shelf.addEventListener('keydown', (event) => {
        const books = [...shelf.querySelectorAll('a')]
        const from = books.indexOf(event.target as HTMLAnchorElement)
        const to = target(event.key, from, books.length)
        const book = books[to]
        if (from < 0 || !book) return
        event.preventDefault()
        books[from]?.setAttribute('tabindex', '-1')
        book.setAttribute('tabindex', '0')
        book.focus()
      })
      for (const event of ['pointerdown', 'pointermove'] as const)
        shelf.addEventListener(event, ({ pointerType, clientX, clientY }) => {
          if (event === 'pointerdown') this.#isNew = false
          if (pointerType !== 'touch') return
          const book = document.elementFromPoint(clientX, clientY)?.closest('a')
          if (book && shelf.contains(book)) this.#show(book)
        })
      shelf.addEventListener('click', (event) => {
        // A click by keyboard counts no touches.
        if (this.#isNew && event.detail > 0) event.preventDefault()
      })
    }
  }

  /** Shows the title of a book alone; a click that ends the same touch does not open it, unless it was shown before. */
  #show(book: Element) {
    if (book.classList.contains('shown')) return
    this.#isNew = true
    this.querySelector('.shown')?.classList.remove('shown')
    book.classList.add('shown')
  }
}

/** Index to move to; -1 for keys that do not move, or at either end. */
function target(key: string, from: number, length: number): number {
  if (key === 'ArrowRight') return from + 1
  if (key === 'ArrowLeft') return from - 1
  if (key === 'Home') return 0
  return key === 'End' ? length - 1 : -1
}

customElements.define('paper-shelves', PaperShelves)
