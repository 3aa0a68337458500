/** Moves along a shelf with the arrow keys, Home and End; each shelf stays one tab stop. */
class PaperShelves extends HTMLElement {
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
    }
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
