import { hasEntry } from '../reading-list/model.ts'
import { element } from './elements.ts'
import { keepingMessage } from './keeping-message.ts'
import { keeping, readingList, watchList } from './reading-store.ts'
import { readingSwitch, type Switched } from './reading-switch.ts'
import { siteHref } from './site-href.ts'

/** Adds the paper of this page to the reading list, and takes it out again. */
class ReadingToggle extends HTMLElement {
  connectedCallback() {
    const { paper = '', title = '' } = this.dataset
    const button = this.querySelector('button')
    const change = readingSwitch(paper, title)
    const show = () => {
      const isIn = hasEntry(readingList(), paper)
      if (button) button.textContent = isIn ? 'Remove from reading list' : 'Add to reading list'
    }
    button?.addEventListener('click', () => this.#say(change()))
    watchList(show)
    show()
  }

  #say({ isIn, hasNote }: Switched) {
    const trouble = keepingMessage(keeping())
    const removed = hasNote ? 'Removed with its note; add it again to get both back.' : 'Removed.'
    const link = element('a', { href: siteHref('/reading-list/') }, 'your reading list')
    this.querySelector('[role="status"]')?.replaceChildren(
      ...(isIn ? ['Added to ', link, '.'] : [removed]),
      trouble && ` ${trouble}`,
    )
  }
}

customElements.define('reading-toggle', ReadingToggle)
