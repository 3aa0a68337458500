import { STATE_LABELS } from '../formats/reading-list-text.ts'
import { noCatalogue, settle } from '../reading-list/catalogue.ts'
import {
  addEntries,
  changeEntry,
  findRemoved,
  moveEntry,
  READ_STATES,
  type ReadingList,
  type Removed,
  restoreEntries,
  withoutEntries,
} from '../reading-list/model.ts'
import { inOrder, type Order } from '../reading-list/order.ts'
import { formatFragment, parseFragment } from '../reading-list/shared-link.ts'
import { formatStored, parseStored, tidyNote } from '../reading-list/stored-form.ts'
import { type TakenExtension, takenFormats } from '../shared/export-formats.ts'
import { counted, groupDigits } from '../shared/facts.ts'
import { loadCatalogue } from './catalogue.ts'
import { offerComparison } from './comparison-link.ts'
import { element, part, setText } from './elements.ts'
import { keepingMessage } from './keeping-message.ts'
import { type ReadingItems, readingItems } from './reading-items.ts'
import { changeList, keeping, readingList, watchList } from './reading-store.ts'
import { type SharedOffer, sharedOffer } from './shared-offer.ts'
import { downloadList } from './take-reading-list.ts'

/** Links longer than this are cut by some programs. */
const LINK_MAX = 8_000

/** The reader's list: what this browser holds, shown and changed. */
class ReadingListPage extends HTMLElement {
  #catalogue = noCatalogue
  /** Ids that the catalogue was asked for. */
  #asked = new Set<string>()
  #removed: Removed[] = []
  #items!: ReadingItems
  #offer!: SharedOffer
  #sort!: HTMLSelectElement

  async connectedCallback() {
    this.#sort = part(this, 'sort')
    this.#items = readingItems(part(this, 'entries'), {
      setState: (id, state) => changeList((list) => changeEntry(list, id, { state })),
      setNote: (id, note) => changeList((list) => changeEntry(list, id, { note: tidyNote(note) })),
      move: (id, places) => this.#move(id, places),
      remove: (id) => this.#remove([id]),
    })
    this.#offer = sharedOffer(
      part(this, 'offer'),
      (entries) => this.#take(entries),
      () => this.#endOffer(),
    )
    this.#listen()
    watchList(() => this.#follow())
    this.#show()
    await this.#settle()
    await this.#openLink()
    // A link may be opened where the page is open already.
    addEventListener('hashchange', () => this.#openLink())
    // What could not be loaded is asked for again only then, and not at each letter of a note.
    addEventListener('online', () => {
      this.#asked.clear()
      this.#settle()
    })
  }

  /** Titles as they are today, and the ids that merged papers have now. */
  async #settle() {
    await this.#lookUp(readingList())
    // Only once: with two tabs of two deployments, each would else mend what the other has written.
    const list = readingList()
    if (formatStored(settle(list, this.#catalogue)) !== formatStored(list))
      changeList((now) => settle(now, this.#catalogue))
    this.#show()
  }

  /** What was changed here or in another tab, which may have added papers. */
  async #follow() {
    this.#show()
    if (await this.#lookUp(readingList())) this.#show()
  }

  /** Loads what the catalogue says of papers that it was not asked for; tells whether there were any. */
  async #lookUp(list: ReadingList): Promise<boolean> {
    const ids = list.map(({ id }) => id).filter((id) => !this.#asked.has(id))
    if (ids.length === 0) return false
    for (const id of ids) this.#asked.add(id)
    const catalogue = await loadCatalogue(ids)
    part(this, 'offline').hidden = catalogue !== null
    if (catalogue) this.#catalogue = catalogue
    return true
  }

  #listen() {
    this.#sort.addEventListener('change', () => this.#show())
    part(this, 'undo').addEventListener('click', () => this.#undo())
    part(this, 'clear').addEventListener('click', () =>
      this.#remove(readingList().map(({ id }) => id)),
    )
    part(this, 'copy').addEventListener('click', () => this.#copyLink())
    for (const { extension } of takenFormats)
      part(this, extension).addEventListener('click', () => this.#export(extension))
    const file = part<HTMLInputElement>(this, 'file')
    file.addEventListener('change', () => this.#import(file))
  }

  /** The list in the order that is shown. */
  #shown(): ReadingList {
    return inOrder(readingList(), this.#sort.value as Order, this.#catalogue)
  }

  #show() {
    const list = this.#shown()
    this.#items.show(list, this.#catalogue, this.#sort.value === 'own' && list.length > 1)
    setText(part(this, 'count'), counted(list.length, 'paper'))
    setText(part(this, 'states'), countStates(list))
    part(this, 'side').hidden = false
    part(this, 'full').hidden = list.length === 0
    part(this, 'sorting').hidden = list.length < 2
    offerComparison(
      part(this, 'compare'),
      list.map(({ id }) => id),
    )
    part(this, 'empty').hidden = list.length > 0
    for (const name of ['share', 'exports']) part(this, name).hidden = list.length === 0
    const trouble = part(this, 'trouble')
    const text = keepingMessage(keeping())
    setText(trouble, text === '' || list.length === 0 ? text : `${text} Export it to keep it.`)
    trouble.hidden = text === ''
  }

  #move(id: string, places: number) {
    changeList((list) => moveEntry(list, id, places))
    const list = readingList()
    const place = list.findIndex((entry) => entry.id === id) + 1
    part(this, 'status').textContent = `Now ${place} of ${list.length}`
  }

  #remove(ids: string[]) {
    this.#removed = findRemoved(readingList(), ids)
    changeList((list) => withoutEntries(list, ids))
    const [first, ...others] = this.#removed
    if (!first) return
    const { title, id } = first.entry
    part(this, 'removed').textContent =
      others.length > 0
        ? `Removed ${counted(this.#removed.length, 'paper')}.`
        : `Removed “${title || id}”.`
    part(this, 'undoing').hidden = false
    // The button that had the focus is gone.
    part(this, 'undo').focus({ preventScroll: true })
  }

  #undo() {
    const [first] = this.#removed
    changeList((list) => restoreEntries(list, this.#removed))
    this.#removed = []
    part(this, 'undoing').hidden = true
    this.#focusEntry(first?.entry.id)
  }

  #focusEntry(id = '') {
    this.querySelector<HTMLElement>(`[data-entry="${id}"] a`)?.focus()
  }

  async #openLink() {
    const list = parseFragment(location.hash)
    if (list) await this.#open('A list shared with you', list)
  }

  async #open(heading: string, list: ReadingList) {
    await this.#lookUp(list)
    this.#offer.open({ heading, list }, readingList(), this.#catalogue)
  }

  #take(entries: ReadingList) {
    changeList((list) => addEntries(list, entries))
    part(this, 'status').textContent = `Added ${counted(entries.length, 'paper')}`
    this.#endOffer()
    this.#focusEntry(entries[0]?.id)
  }

  /** The list has been looked at, so that a reload need not offer it again. */
  #endOffer() {
    this.#offer.close()
    if (parseFragment(location.hash))
      history.replaceState(history.state, '', location.pathname + location.search)
  }

  async #copyLink() {
    const contents = {
      states: part<HTMLInputElement>(this, 'with-states').checked,
      notes: part<HTMLInputElement>(this, 'with-notes').checked,
    }
    const address = new URL(location.pathname, location.href)
    address.hash = formatFragment(this.#shown(), contents)
    const { href } = address
    const said = part(this, 'share-status')
    const long =
      href.length > LINK_MAX
        ? ` It has ${groupDigits(href.length)} characters, which some programs cut; a JSON file is safer.`
        : ''
    try {
      await navigator.clipboard.writeText(href)
      said.textContent = `Link copied.${long}`
    } catch {
      const link = element('a', { href }, href)
      said.replaceChildren('Copying is blocked here. The link is ', link, `.${long}`)
    }
  }

  async #export(format: TakenExtension) {
    const said = part(this, 'export-status')
    said.textContent = ''
    try {
      await downloadList(this.#shown(), format, this.#catalogue)
    } catch {
      said.textContent = 'The papers can’t be loaded just now. Try again when you are online.'
    }
  }

  async #import(input: HTMLInputElement) {
    const [file] = input.files ?? []
    if (!file) return
    // The same file may be chosen again.
    input.value = ''
    const said = part(this, 'import-status')
    said.textContent = ''
    // A file may be gone by now, or only its name be on the device.
    const text = await file.text().catch(() => null)
    if (text === null) {
      said.textContent = 'This file can’t be read. Choose it again, or another one.'
      return
    }
    const reading = parseStored(text)
    if (reading.kind === 'list') await this.#open(`The list in ${file.name}`, reading.list)
    else
      said.textContent =
        reading.kind === 'newer'
          ? 'This file is from a newer version of the site. Reload the page and try again.'
          : 'This file contains no reading list. Choose one that was exported here as JSON.'
  }
}

function countStates(list: ReadingList): string {
  return READ_STATES.map((state) => ({
    label: STATE_LABELS[state].toLowerCase(),
    count: list.filter((entry) => entry.state === state).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${groupDigits(count)} ${label}`)
    .join(', ')
}

customElements.define('reading-list-page', ReadingListPage)
