import { type TopicColours, topicColours } from '../map/colours.ts'
import { describeFilters, describeShown, tellSelection } from '../map/descriptions.ts'
import { erasOf } from '../map/eras.ts'
import type { MapScriptData } from '../map/model.ts'
import { type Scene, sceneOf } from '../map/scene.ts'
import { knownState, type MapState, noMapState, withToggled } from '../map/state.ts'
import { part } from './elements.ts'
import { showBar } from './map-bar.ts'
import { type MapControls, mapControls } from './map-controls.ts'
import { type MapHistory, mapHistory, stateHere } from './map-history.ts'
import { type MapLists, mapLists, NARROW } from './map-lists.ts'
import { showSelection } from './map-panel.ts'
import { type MapStage, mapStage } from './map-stage.ts'
import { politeStatus } from './polite-status.ts'

/** As in the page's style. */
const PANEL_BELOW = '(width < 60rem)'
/** Pixels between the bar and a mark that was below it. */
const UNCOVERED_BY = 32
/** What saved pictures are called. */
const FILE_NAME = 'topic-map'

/** The map of topics: the address says what is shown, and this shows it. */
class TopicMap extends HTMLElement {
  #data!: MapScriptData
  #state: MapState = noMapState
  #scene!: Scene
  #colours!: TopicColours
  #isAdding = false
  /** How the legend was last put; a reader may have folded or unfolded it since. */
  #isLegendOpen: boolean | null = null

  #stage!: MapStage
  #controls!: MapControls
  #history!: MapHistory
  #lists: MapLists | null = null
  #say!: (text: string) => void

  async connectedCallback() {
    const { dataset } = part(this, 'stage')
    this.#say = politeStatus(part(this, 'status'))
    dataset.state = 'loading'
    try {
      const response = await fetch(this.dataset.source ?? '')
      if (!response.ok) throw new Error(`${response.status}`)
      this.#data = await response.json()
    } catch {
      dataset.state = 'error'
      part(this, 'trouble').hidden = false
      return
    }
    this.#start()
    dataset.state = 'ready'
  }

  #start() {
    const eras = erasOf(this.#data)
    this.#colours = topicColours(this.#data.topics, eras)
    this.#scene = sceneOf(this.#data, noMapState)
    part(this, 'oldest').textContent = eras.ends ? `${eras.ends[0].toFixed(1)} or before` : ''
    part(this, 'newest').textContent = eras.ends ? `${eras.ends[1].toFixed(1)} or later` : ''
    this.#history = mapHistory((state) => this.#arrive(state))
    this.#controls = mapControls(this, this.#data, {
      onChange: (change) => this.#go({ ...this.#state, ...change }),
      onFind: (topic) => this.#find(topic),
      onReset: () => this.#arriveAnew({ ...noMapState, view: this.#state.view }),
    })
    const lists = this.querySelector<HTMLElement>('[data-part="lists"]')
    this.#lists = lists && mapLists(lists, this.#data)
    this.#stage = mapStage(this, this.#data, {
      onClick: (topic, withShift) => this.#onClick(topic, withShift),
      onClickLink: ({ a, b }) => this.#select([this.#idOf(a), this.#idOf(b)]),
      onSelect: (topic) => this.#select([this.#idOf(topic)]),
      onToggle: (topic) => this.#toggle(topic),
      onClear: () => this.#clear(),
      onRest: (at) => {
        this.#state = { ...this.#state, at }
        this.#history.draft(this.#state)
      },
    })
    this.#listen()
    this.#arrive(stateHere())
  }

  #listen() {
    for (const width of [NARROW, PANEL_BELOW])
      matchMedia(width).addEventListener('change', () => this.#showPlace())
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-view]'))
      link.addEventListener('click', (event) => {
        event.preventDefault()
        this.#go({ ...this.#state, view: link.dataset.view === 'list' ? 'list' : 'map' })
      })
    this.addEventListener('map-toggle', (event) => {
      this.#toggle((event as CustomEvent<{ topic: number }>).detail.topic)
    })
    this.addEventListener('map-centre', (event) => {
      this.#select([this.#idOf((event as CustomEvent<{ topic: number }>).detail.topic)])
    })
    this.querySelector('[data-part="save-svg"]')?.addEventListener('click', () => {
      this.#stage.saveSvg(FILE_NAME)
    })
    this.querySelector('[data-part="save-png"]')?.addEventListener('click', () => {
      this.#stage.savePng(FILE_NAME).catch((error: Error) => this.#say(error.message))
    })
    const full = part<HTMLButtonElement>(this, 'full')
    full.hidden = !document.fullscreenEnabled
    full.addEventListener('click', () => {
      if (document.fullscreenElement) document.exitFullscreen()
      else this.requestFullscreen()
    })
    this.addEventListener('fullscreenchange', () => {
      full.textContent = document.fullscreenElement ? 'Leave full screen' : 'Full screen'
    })
  }

  /** A state from the address: on loading, and by Back and Forward. */
  #arrive(state: MapState) {
    this.#state = knownState(state, this.#data)
    this.#isAdding = false
    this.#stage.goTo(this.#state.at)
    this.#show()
  }

  #arriveAnew(state: MapState) {
    this.#history.commit(state)
    this.#arrive(state)
    this.#say('The map shows everything again.')
  }

  /** A state that the reader has chosen. */
  #go(state: MapState) {
    const before = this.#scene
    this.#state = state
    this.#history.commit(state)
    this.#show()
    const shown = describeShown(this.#data, this.#scene)
    if (shown !== describeShown(this.#data, before)) this.#say(shown)
  }

  #select(select: string[]) {
    this.#state = { ...this.#state, select }
    if (select.length === 0) this.#isAdding = false
    this.#history.commit(this.#state)
    this.#show()
    this.#say(tellSelection(this.#data, this.#scene, this.#selected))
    this.#uncover()
  }

  /** The bar may come to lie over what was picked: the page scrolls by as much. */
  #uncover() {
    const last = this.#selected.at(-1)
    const mark = last === undefined ? null : this.#stage.markOf(last)
    const bar = part(this, 'bar').getBoundingClientRect()
    if (!mark || bar.height === 0 || mark.bottom < bar.top || mark.top > bar.bottom) return
    scrollBy({ top: mark.bottom - bar.top + UNCOVERED_BY })
  }

  #toggle(topic: number) {
    this.#select(withToggled(this.#state, this.#idOf(topic)).select)
  }

  /** Returns whether there was a selection to clear. */
  #clear(): boolean {
    if (this.#state.select.length === 0) return false
    this.#select([])
    return true
  }

  #find(topic: number) {
    this.#state = { ...this.#state, at: this.#stage.find(topic) }
    this.#select([this.#idOf(topic)])
  }

  #onClick(topic: number, withShift: boolean) {
    const id = this.#idOf(topic)
    const isOnly = this.#state.select.length === 1 && this.#state.select[0] === id
    if (withShift || this.#isAdding) this.#toggle(topic)
    else this.#select(isOnly ? [] : [id])
  }

  #show() {
    this.#scene = sceneOf(this.#data, this.#state)
    this.#showPlace()
    this.toggleAttribute('data-selected', this.#state.select.length > 0)
    this.#controls.show(this.#state)
    this.#lists?.show(this.#scene, this.#state)
    const selection = {
      data: this.#data,
      state: this.#state,
      scene: this.#scene,
      selected: this.#selected,
      isAdding: this.#isAdding,
    }
    const panel = part(this, 'selection')
    const isKeyed = panel.querySelector(':focus-visible') !== null
    showSelection(panel, selection, {
      toggle: (topic) => this.#toggle(topic),
      clear: () => this.#select([]),
      setAdding: (isAdding) => {
        this.#isAdding = isAdding
        this.#show()
      },
    })
    showBar(part(this, 'bar'), selection, () => {
      this.#select([])
      // Its button is gone, and the focus with it.
      this.#stage.focus()
    })
    const left = describeFilters(this.#data, this.#scene, this.#state)
    const note = part(this, 'filtered')
    note.hidden = left === null
    note.textContent = left
    this.#stage.show({
      scene: this.#scene,
      selected: this.#selected,
      colours: this.#colours[this.#state.colour],
      hasGround: this.#state.colour === 'area',
    })
    if (isKeyed && panel.hidden) this.#focusPlace()
  }

  /** Gives the focus to what is in sight: the map, or the link that has the list shown. */
  #focusPlace() {
    if (this.#place === 'map') this.#stage.focus()
    else this.querySelector<HTMLElement>('.views [data-view="list"]')?.focus()
  }

  /** Shows the map or the list, and unfolds the legend where there is room for it. */
  #showPlace() {
    if (this.#lists) this.dataset.view = this.#state.view ?? 'auto'
    // On a phone the list comes first.
    const isLegendOpen = this.#place === 'map' || !matchMedia(PANEL_BELOW).matches
    if (isLegendOpen !== this.#isLegendOpen) {
      this.#isLegendOpen = isLegendOpen
      part<HTMLDetailsElement>(this, 'legend').open = isLegendOpen
    }
    for (const link of this.querySelectorAll('.views a'))
      if (link.getAttribute('data-view') === this.#place) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
  }

  /** What is in sight: the list is the first choice on phones; a page of another site has the map only. */
  get #place(): 'map' | 'list' {
    if (!this.#lists) return 'map'
    return this.#state.view ?? (matchMedia(NARROW).matches ? 'list' : 'map')
  }

  get #selected(): number[] {
    return this.#state.select.map((id) => this.#data.topics.findIndex((topic) => topic.id === id))
  }

  #idOf(topic: number): string {
    return this.#data.topics[topic]?.id ?? ''
  }
}

customElements.define('topic-map', TopicMap)
