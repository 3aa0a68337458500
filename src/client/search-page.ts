import type { Answer, Left, SearchState, Sort } from '../search/model.ts'
import { counted, groupDigits } from '../shared/facts.ts'
import { chosenFilters, filterItems, hasFilters, withFilter } from './chosen-filters.ts'
import { offerComparison } from './comparison-link.ts'
import { arrange, element, part, setText } from './elements.ts'
import { type FacetList, facetList } from './facet-list.ts'
import { type FilterPanel, filterPanel } from './filter-panel.ts'
import { pageLinks } from './page-links.ts'
import { politeStatus } from './polite-status.ts'
import { type ResultList, resultList } from './result-list.ts'
import { type ResultScroll, resultScroll } from './result-scroll.ts'
import { addressOf, countThen, stateAt, tidyQuery } from './search-address.ts'
import { searchClient } from './search-client.ts'
import { type SearchHistory, searchHistory } from './search-history.ts'
import { describeNone, matchCount, messagesFor, paperCount, partlyText } from './search-messages.ts'
import { onSearchShortcut } from './search-shortcut.ts'
import { startTools } from './search-tools.ts'
import { type SearchTrouble, searchTrouble } from './search-trouble.ts'
import { onStateLink } from './state-link.ts'
import { whenTypingRests } from './when-typing-rests.ts'

/** Results that stand so long are being read, in milliseconds. */
const READ_AFTER_MS = 2000

/** The page's title before anything is asked. */
const TITLE = document.title

/** The results page: the address says what is asked, the worker answers, and this shows it. */
class SearchPage extends HTMLElement {
  #state!: SearchState
  #answer: Answer | null = null
  /** Whether it is of what is asked now. */
  #isAnswered = false
  /** Since when what titles gave stands on the page, by `performance.now`. */
  #titlesSince: number | null = null
  /** Whether the state asked for last came by typing. */
  #isTyping = false
  /** How many papers a search record says there were; only for the address the reader came with. */
  #then: number | null = null

  #input!: HTMLInputElement
  #sort!: HTMLSelectElement
  #list!: HTMLOListElement
  #results!: ResultList
  #facets!: FacetList
  #panel!: FilterPanel
  #history!: SearchHistory
  #trouble!: SearchTrouble
  #scroll!: ResultScroll
  #say!: (text: string) => void
  /** What follows the first results while a reader types: the others, their snippets, filters and pages. */
  readonly #later = whenTypingRests()

  connectedCallback() {
    this.#input = this.querySelector('input')!
    this.#sort = part(this, 'sort')
    this.#list = this.querySelector('[data-results]')!
    this.#results = resultList(this.#list)
    this.#facets = facetList(part(this, 'facets'), (name, value, isChosen) =>
      this.#go(withFilter(this.#state, name, value, isChosen)),
    )
    this.#say = politeStatus(part(this, 'status'))
    this.#history = searchHistory((state) => this.#arrive(state))
    this.#scroll = resultScroll(part(this, 'count'))
    this.#listenToField()
    this.#listen()
    this.#arrive(stateAt(location.href))
  }

  #listenToField() {
    this.#input.addEventListener('input', () => {
      this.#state = { ...this.#state, q: tidyQuery(this.#input.value), page: 1 }
      this.#history.draft(this.#state)
      this.#forgetArrival()
      this.#isTyping = true
      this.#ask()
    })
    this.#input.addEventListener('keydown', (event) => {
      const first = this.#list.querySelector<HTMLElement>('h3 a')
      if (event.key !== 'ArrowDown' || event.altKey || event.isComposing || !first) return
      event.preventDefault()
      first.focus()
    })
    this.#input.form?.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#history.commit(this.#state)
      // On a phone the keyboard makes room for the results.
      if (matchMedia('(pointer: coarse)').matches) this.#input.blur()
    })
    onSearchShortcut(() => {
      this.#input.focus()
      this.#input.select()
    })
    // Safari resets the field of a page that it kept in memory, and does so last of all.
    addEventListener('pagehide', () => {
      this.#input.defaultValue = this.#input.value
    })
  }

  #listen() {
    this.#sort.addEventListener('change', () =>
      this.#go({ ...this.#state, sort: this.#sort.value as Sort, page: 1 }),
    )
    this.querySelector('[data-action="order"]')!.addEventListener('click', () => {
      if (!this.#answer) return
      this.#scroll.toResults()
      this.#show(this.#answer)
    })
    onStateLink(this, (link) => {
      this.#go(stateAt(link.href))
      this.#scroll.toResults()
      this.#input.value = this.#state.q
    })
    addEventListener('beforeprint', () => {
      const address = new URL(addressOf(this.#state), location.href).href
      part(this, 'printed').textContent = this.#state.q ? `“${this.#state.q}”, ${address}` : address
    })
    this.#panel = filterPanel(part(this, 'filters'), () => showResults(part(this, 'count')))
    this.#trouble = searchTrouble(this, {
      onFailure: (left) => this.#fail(left),
      onRetry: () => {
        this.#list.dataset.state = 'loading'
      },
    })
    startTools(this, () => ({
      state: this.#state,
      sort: this.#sort.selectedOptions[0]?.text ?? '',
    }))
  }

  /** A state from the address: on loading, and by Back and Forward. */
  #arrive(state: SearchState) {
    this.#state = state
    this.#isTyping = false
    this.#input.value = state.q
    this.#then = countThen(location.href)
    this.#scroll.toPlace(this.#history.savedScroll())
    this.#ask()
  }

  /** A state that the reader has chosen. */
  #go(state: SearchState) {
    this.#history.commit(state)
    this.#state = state
    this.#isTyping = false
    this.#forgetArrival()
    this.#ask()
  }

  #forgetArrival() {
    this.#then = null
    this.#scroll.forget()
  }

  get #isBlank(): boolean {
    return this.#state.q === '' && !hasFilters(this.#state)
  }

  #ask() {
    this.#sort.value = this.#state.sort
    this.#list.dataset.state = 'loading'
    this.#isAnswered = false
    this.#titlesSince = null
    part(this, 'kept-places').hidden = true
    const { q } = this.#state
    document.title = q ? `${q} · ${TITLE}` : TITLE
    if (this.#isBlank) this.#showStart()
    searchClient().ask({ kind: 'search', state: this.#state }, (reply) => {
      if (reply.kind === 'answer') this.#show(reply.answer, reply.shutOut)
      else {
        this.#trouble.end('all')
        this.#follow(() => this.#results.showSnippets(reply.snippets))
      }
    })
  }

  /** Whether a reader has had the time to read what titles gave. */
  get #isRead(): boolean {
    return this.#titlesSince !== null && performance.now() - this.#titlesSince > READ_AFTER_MS
  }

  #fail(left: Left) {
    // The answer from titles and topics, if there is one, is all that comes.
    if (left === 'titles' && this.#isAnswered && this.#answer) this.#show(this.#answer)
    if (left !== 'nothing') return
    this.#list.dataset.state = 'error'
    this.#say('Search is not available')
  }

  /** What can be searched; no paper is listed before something is asked. */
  #showStart() {
    this.#list.dataset.state = 'none'
    this.#results.clear()
    part(this, 'count').textContent = paperCount(Number(this.dataset.corpusPapers))
    part(this, 'start').hidden = false
    part(this, 'none').hidden = true
    part(this, 'tools').toggleAttribute('data-idle', true)
    this.#panel.offer('')
    for (const name of ['messages', 'chosen', 'pages']) part(this, name).replaceChildren()
  }

  /** Now, or while a reader types when that rests, unless another answer comes before. */
  #follow(task: () => void) {
    if (this.#isTyping) this.#later.run(task)
    else task()
  }

  #show(answer: Answer, shutOut: string[] = []) {
    this.#answer = answer
    this.#isAnswered = true
    // Of fewer pages than the address asks for, the last is shown.
    if (answer.complete && answer.page < this.#state.page) {
      this.#state = { ...this.#state, page: answer.page }
      this.#history.draft(this.#state)
    }
    this.#later.forget()
    this.#trouble.end(answer.complete ? 'index' : 'titles')
    if (!this.#isBlank) {
      const isRead = this.#isRead && answer.total > 0
      const isMoved = isRead && this.#results.showInPlace(answer, shutOut)
      this.#showResults(answer, isRead)
      // New messages would move the list, too.
      const isKept = isMoved || (isRead && this.#saysOther(answer))
      part(this, 'kept-places').hidden = !isKept
      if (!isKept) this.#showAround(answer)
    }
    this.#titlesSince = answer.complete || answer.total === 0 ? null : performance.now()
    this.#follow(() => this.#showRest(answer))
  }

  /** Whether the messages above the results are to be others. */
  #saysOther(answer: Answer): boolean {
    const messages = messagesFor(answer, this.#state, this.#then)
    return (
      messages.map(({ textContent }) => textContent).join('') !== part(this, 'messages').textContent
    )
  }

  #showResults(answer: Answer, isInPlace: boolean) {
    const { total, complete } = answer
    const isFinal = complete || this.#trouble.isPartly()
    const isNone = total === 0 && isFinal
    if (!isInPlace) this.#results.show(answer, { isTyping: this.#isTyping, isFinal })
    // What titles and topics gave is shown at once, but its number is not the last word.
    this.#list.dataset.state = isNone ? 'none' : isFinal ? 'ready' : 'loading'
    offerComparison(
      part(this, 'compare'),
      answer.results.map(({ id }) => id),
    )
    const partly = isFinal ? partlyText(answer) : ''
    const count = isFinal ? paperCount(matchCount(answer)) : countSoFar(total)
    part(this, 'count').replaceChildren(
      count,
      ...(partly ? [' ', element('span', { class: 'partly' }, partly)] : []),
    )
    part(this, 'take-note').textContent =
      partly && matchCount(answer) < total
        ? `Files have all ${groupDigits(total)}, those that match all words first.`
        : ''
    if (isFinal) this.#panel.offer(`Show ${counted(total, 'paper')}`)
    if (isFinal) this.#say(partly ? `${count} ${partly}` : count)
    part(this, 'start').hidden = true
    part(this, 'tools').toggleAttribute('data-idle', total === 0)
    part(this, 'none').hidden = !isNone
    if (isNone) describeNone(this, answer, this.#state)
  }

  #showAround(answer: Answer) {
    const filters = chosenFilters(this.#state, answer.facets)
    const { length } = filters
    setText(part(this, 'filter-count'), length > 0 ? `${length} chosen` : '')
    arrange(part(this, 'messages'), messagesFor(answer, this.#state, this.#then))
    arrange(part(this, 'chosen'), filterItems(this.#state, filters))
  }

  #showRest(answer: Answer) {
    // Counts of a part would be wrong, and the lists would move when all is there.
    if (answer.complete || this.#trouble.isPartly()) this.#facets.show(answer.facets)
    if (this.#isBlank) return
    this.#results.showRest()
    arrange(part(this, 'pages'), pageLinks(this.#state, answer.page, answer.pages))
    this.#scroll.apply(answer.complete)
  }
}

function countSoFar(total: number): string {
  return total === 0 ? 'Searching …' : `${paperCount(total)} …`
}

/** Leads a reader to the results, by their heading. */
function showResults(heading: HTMLElement): void {
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ block: 'start' })
}

customElements.define('search-page', SearchPage)
