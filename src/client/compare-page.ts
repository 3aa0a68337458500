import { COMPARED_MAX, readComparedIds } from '../compare/compared-ids.ts'
import { type Comparison, gatherComparison } from '../compare/comparison.ts'
import type { ComparedTopicsFile } from '../compare/topics-told-apart.ts'
import { counted } from '../shared/facts.ts'
import type { Paper } from '../shared/model.ts'
import { comparePath } from '../shared/paths.ts'
import { findPaper, loadComparedTopics } from './compared-papers.ts'
import { relatedParts, type TopicNames, topicParts, wordList } from './comparison-parts.ts'
import { comparisonTable } from './comparison-table.ts'
import { element, part } from './elements.ts'
import { siteHref } from './site-href.ts'
import { comparisonFormats, downloadComparison } from './take-comparison.ts'

/** Related papers offered to compare one with. */
const OFFERED = 6

/** Papers side by side: the address says which, and this shows them. */
class ComparePage extends HTMLElement {
  #papers: Paper[] = []
  #names: TopicNames = new Map()
  #pairs: ComparedTopicsFile['pairs'] = []
  /** What the page was last asked to show, so that an older answer gives way. */
  #asked = ''

  connectedCallback() {
    addEventListener('popstate', () => this.#arrive())
    addEventListener('online', () => {
      if (!part(this, 'unloaded').hidden) this.#arrive()
    })
    part(this, 'retry').addEventListener('click', async () => {
      await this.#arrive()
      // The button that had the focus is gone.
      if (part(this, 'unloaded').hidden) this.#focus(0)
    })
    this.#startAdding()
    for (const format of comparisonFormats)
      part(this, format).addEventListener('click', async () => {
        const said = part(this, 'export-status')
        said.textContent = ''
        try {
          const labelOf = (id: string) => this.#names.get(id)?.label ?? id
          await downloadComparison(this.#papers, format, labelOf)
        } catch {
          said.textContent = 'The records can’t be loaded just now. Try again when you are online.'
        }
      })
    this.#arrive()
  }

  /** The field adds the paper that is chosen; Enter alone takes the first that is offered. */
  #startAdding() {
    const box = part(this, 'adding')
    const input = box.querySelector('input')!
    box.addEventListener('click', (event) => {
      const option =
        event.target instanceof Element
          ? event.target.closest<HTMLAnchorElement>('a[role="option"]')
          : null
      if (!option || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      const id = /\/papers\/([^/]+)\/$/.exec(option.pathname)?.[1]
      input.value = ''
      input.dispatchEvent(new Event('input'))
      if (id) void this.#add(id)
    })
    input.form?.addEventListener('submit', (event) => {
      event.preventDefault()
      box.querySelector<HTMLElement>('a[role="option"]')?.click()
    })
  }

  /** What the address names, some of which may still be on its way. */
  get #ids(): string[] {
    return readComparedIds(location.search)
  }

  async #add(id: string) {
    if (this.#ids.includes(id)) {
      this.#announce('This paper is already in the comparison.')
      return
    }
    await this.#go([...this.#ids, id], 'Added')
    // The field that had the focus is gone once there are enough.
    if (part(this, 'adding').hidden) this.#focus(this.#papers.length - 1)
  }

  /** A comparison that the reader has chosen; Back leads to the one before. */
  async #go(ids: string[], what: string) {
    history.pushState(null, '', siteHref(comparePath(ids)))
    await this.#arrive()
    this.#announce(`${what}. ${counted(this.#papers.length, 'paper')} in the comparison.`)
  }

  #announce(text: string) {
    part(this, 'announcement').textContent = text
  }

  /** Shows what the address says: on loading, by Back and Forward, and on a new try. */
  async #arrive() {
    const ids = this.#ids
    const asked = location.search
    this.#asked = asked
    const compared = ids.slice(0, COMPARED_MAX)
    this.toggleAttribute('data-loading', compared.length > 0)
    const [topics, ...found] = await Promise.all([
      compared.length > 0 ? loadComparedTopics() : null,
      ...compared.map(findPaper),
    ])
    if (this.#asked !== asked) return
    if (topics) {
      this.#names = new Map(topics.topics.map((topic) => [topic.id, topic]))
      this.#pairs = topics.pairs
    }
    const answers = new Map(compared.map((id, index) => [id, found[index]!]))
    const comparison = gatherComparison(ids, answers)
    this.#papers = comparison.papers
    // The one address of what is shown.
    history.replaceState(history.state, '', siteHref(comparePath(comparison.ids)))
    this.#asked = location.search
    this.#show(comparison, compared.length > 0 && !topics)
    await this.#offerRelated()
  }

  #show({ papers, notes, failed }: Comparison, namesFailed: boolean) {
    this.removeAttribute('data-loading')
    const notesList = part(this, 'notes')
    notesList.replaceChildren(...notes.map((note) => element('li', {}, note)))
    notesList.hidden = notes.length === 0
    part(this, 'unloaded').hidden = failed.length === 0 && !namesFailed
    part(this, 'unloaded-text').textContent =
      failed.length > 0
        ? `${counted(failed.length, 'paper')} can’t be loaded just now.`
        : 'Topic names can’t be loaded just now.'
    const several = papers.length > 1
    part(this, 'empty').hidden = papers.length > 0 || failed.length > 0
    part(this, 'adding').hidden = papers.length >= COMPARED_MAX
    part(this, 'full').hidden = papers.length < COMPARED_MAX
    for (const name of ['topics-part', 'words-part', 'related-part', 'take'])
      part(this, name).hidden = !several
    const table = part(this, 'table')
    table.dataset.papers = String(papers.length)
    table.replaceChildren(...(papers.length > 0 ? [this.#table()] : []))
    if (!several) return
    part(this, 'topics').replaceChildren(...topicParts(papers, this.#names, this.#pairs))
    part(this, 'words').replaceChildren(wordList(papers))
    part(this, 'related').replaceChildren(...relatedParts(papers, this.#names))
  }

  #table(): HTMLElement {
    const papers = this.#papers
    const hues = ({ topics }: Paper) => [
      ...new Set(
        topics
          .filter(({ grade }) => grade === 'main')
          .map(({ id }) => this.#names.get(id)?.hue ?? 0),
      ),
    ]
    return comparisonTable(papers, hues, {
      remove: async (paper) => {
        const place = papers.indexOf(paper)
        await this.#go(
          this.#ids.filter((id) => id !== paper.id),
          `Removed “${paper.title}”`,
        )
        // The button that had the focus is gone.
        this.#focus(Math.min(place, this.#papers.length - 1))
      },
      swap: async (paper) => {
        const place = this.#ids.indexOf(paper.id)
        const [before = '', own = ''] = this.#ids.slice(place - 1)
        await this.#go(this.#ids.with(place - 1, own).with(place, before), 'Swapped')
        this.#focus(this.#papers.indexOf(paper))
      },
    })
  }

  #focus(place: number) {
    const title = this.querySelectorAll<HTMLElement>('[data-paper]')[place]
    ;(title ?? this.querySelector('input'))?.focus()
  }

  /** One paper alone has nothing to be compared with yet. */
  async #offerRelated() {
    const offer = part(this, 'offer')
    const [paper, second] = this.#papers
    offer.hidden = true
    if (!paper || second) return
    const asked = this.#asked
    const found = await Promise.all(paper.related.slice(0, OFFERED).map(({ id }) => findPaper(id)))
    if (this.#asked !== asked) return
    const items = found.flatMap((answer) =>
      answer.kind === 'paper'
        ? element(
            'li',
            {},
            element(
              'a',
              { href: siteHref(comparePath([paper.id, answer.paper.id])) },
              answer.paper.title,
            ),
          )
        : [],
    )
    part(this, 'offered').replaceChildren(...items)
    offer.hidden = items.length === 0
  }
}

customElements.define('compare-page', ComparePage)
