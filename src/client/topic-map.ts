import { pointer } from 'd3'
import { type TopicColours, topicColours } from '../map/colours.ts'
import { describeFilters, describeShown, tellSelection } from '../map/descriptions.ts'
import { emphasisAround } from '../map/emphasis.ts'
import { erasOf } from '../map/eras.ts'
import type { MapLink, MapScriptData } from '../map/model.ts'
import { nearestLink } from '../map/nearest-link.ts'
import { isLinked, neighboursOf, pairKey, type Scene, sceneOf } from '../map/scene.ts'
import { knownState, type MapState, noMapState, withToggled } from '../map/state.ts'
import { part } from './elements.ts'
import { showBar } from './map-bar.ts'
import { canvasPainter } from './map-canvas.ts'
import { type MapControls, mapControls } from './map-controls.ts'
import { type MapHistory, mapHistory, stateHere } from './map-history.ts'
import { listenToKeys } from './map-keys.ts'
import { type MapLists, mapLists, NARROW } from './map-lists.ts'
import { showSelection } from './map-panel.ts'
import {
  type MapPainter,
  type Picture,
  type PictureView,
  readPicture,
  type Seen,
} from './map-picture.ts'
import { savePng, saveSvg } from './map-save.ts'
import { type MapZoom, mapZoom, ZOOM_STEP } from './map-zoom.ts'
import { politeStatus } from './polite-status.ts'

/** More topics than this are painted on canvas at rest, too: to change so many elements takes several frames. */
const SVG_MOST = 200
/** A click this near to a line is meant for it, in pixels. */
const LINK_REACH = 6
/** As in the page's style. */
const PANEL_BELOW = '(width < 60rem)'
/** Pixels between the bar and a mark that was below it. */
const UNCOVERED_BY = 32
/** A topic that was found is shown at least so large. */
const FIND_ZOOM = 1.8

interface Shown {
  picture: Picture
  painter: MapPainter
  zoom: MapZoom
}

/** The map of topics: the address says what is shown, and this shows it. */
class TopicMap extends HTMLElement {
  #data!: MapScriptData
  #state: MapState = noMapState
  #scene!: Scene
  #colours: TopicColours = { area: [], community: [], year: [] }
  #hovered: number | null = null
  #isAdding = false
  /** The view that the legend was last folded or unfolded for. */
  #legendFor: 'map' | 'list' | null = null

  #stage!: HTMLElement
  /** The pictures that have been asked for, by frame. */
  #frames = new Map<string, Shown>()
  #controls!: MapControls
  #history!: MapHistory
  #lists: MapLists | null = null
  #say!: (text: string) => void

  async connectedCallback() {
    this.#stage = part(this, 'stage')
    this.#say = politeStatus(part(this, 'status'))
    this.#stage.dataset.state = 'loading'
    try {
      const response = await fetch(this.dataset.source ?? '')
      if (!response.ok) throw new Error(`${response.status}`)
      this.#data = await response.json()
    } catch {
      this.#stage.dataset.state = 'error'
      part(this, 'trouble').hidden = false
      return
    }
    this.#start()
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
    this.#listen()
    new ResizeObserver(() => this.#fit()).observe(this.#stage)
    this.#arrive(stateHere())
    this.#stage.dataset.state = 'ready'
  }

  /** Makes a picture live, in the present state. */
  #bring(svg: SVGSVGElement): Shown {
    const picture = readPicture(svg, this.#data)
    const restsInSvg = picture.topics.length <= SVG_MOST
    const painter = canvasPainter(picture, { restsInSvg })
    const zoom = mapZoom(
      picture,
      (transform, isGesture) => {
        painter.move(this.#seenOf(picture, transform), isGesture)
        if (this.#isReady) this.#showZoom()
      },
      () => {
        this.#state = { ...this.#state, at: zoom.place() }
        this.#history.draft(this.#state)
      },
    )
    svg.classList.add('live')
    for (const { anchor } of picture.topics) anchor.setAttribute('tabindex', '-1')
    svg.addEventListener('click', (event) => this.#onClick(event, picture))
    svg.addEventListener('pointerover', (event) => {
      // What passes below the pointer while the map moves is not pointed at.
      if (event.pointerType === 'mouse' && !zoom.isMoving()) this.#hover(topicAt(event, picture))
    })
    svg.addEventListener('pointerleave', () => this.#hover(null))
    svg.addEventListener('focusin', (event) => {
      const topic = topicAt(event, picture)
      if (topic === null) return
      this.#makeTabStop(topic)
      this.#hover(topic)
    })
    svg.addEventListener('focusout', () => this.#hover(null))
    listenToKeys(picture, {
      isShown: (topic) => this.#scene.isShown[topic] === true,
      neighbours: (topic) =>
        neighboursOf(this.#scene.links, topic).map(({ topic: other }) => other),
      focus: (next) => {
        zoom.reveal(next.x, next.y)
        next.anchor.focus({ preventScroll: true })
      },
      select: (topic) => this.#select([this.#idOf(topic)]),
      toggle: (topic) => this.#toggle(topic),
      clear: () => {
        if (this.#state.select.length === 0) return false
        this.#select([])
        return true
      },
      zoom: (how) => this.#zoomBy(how),
    })
    return { picture, painter, zoom }
  }

  #listen() {
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-zoom]'))
      button.addEventListener('click', () => this.#zoomBy(button.dataset.zoom ?? ''))
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-view]'))
      link.addEventListener('click', (event) => {
        event.preventDefault()
        this.#go({ ...this.#state, view: link.dataset.view === 'list' ? 'list' : 'map' })
      })
    this.addEventListener('map-toggle', (event) => {
      this.#select(
        withToggled(this.#state, this.#idOf((event as CustomEvent<{ topic: number }>).detail.topic))
          .select,
      )
    })
    this.addEventListener('map-centre', (event) => {
      this.#select([this.#idOf((event as CustomEvent<{ topic: number }>).detail.topic)])
    })
    this.querySelector('[data-part="save-svg"]')?.addEventListener('click', () => {
      saveSvg(this.#current.picture, 'topic-map')
    })
    this.querySelector('[data-part="save-png"]')?.addEventListener('click', () => this.#savePng())
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
    for (const { zoom } of this.#frames.values()) zoom.goTo(this.#state.at)
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
    const place = this.#current.picture.topics.find(({ topic }) => topic === last)
    const bar = part(this, 'bar').getBoundingClientRect()
    const mark = place?.anchor.querySelector('.dot')?.getBoundingClientRect()
    if (!mark || bar.height === 0 || mark.bottom < bar.top || mark.top > bar.bottom) return
    scrollBy({ top: mark.bottom - bar.top + UNCOVERED_BY })
  }

  #toggle(topic: number) {
    this.#select(withToggled(this.#state, this.#idOf(topic)).select)
  }

  #find(topic: number) {
    const shown = this.#current
    const place = shown.picture.topics.find((pictured) => pictured.topic === topic)
    if (place)
      shown.zoom.goTo({
        x: place.x,
        y: place.y,
        zoom: Math.max(FIND_ZOOM, shown.zoom.transform().k),
      })
    this.#state = { ...this.#state, at: shown.zoom.place() }
    this.#select([this.#idOf(topic)])
  }

  #zoomBy(how: string) {
    const { zoom } = this.#current
    if (how === 'in') zoom.zoomBy(ZOOM_STEP)
    else if (how === 'out') zoom.zoomBy(1 / ZOOM_STEP)
    else if (how === 'left') zoom.panBy(-0.25, 0)
    else if (how === 'right') zoom.panBy(0.25, 0)
    else if (how === 'up') zoom.panBy(0, -0.25)
    else if (how === 'down') zoom.panBy(0, 0.25)
    else zoom.fit()
  }

  #onClick(event: MouseEvent, picture: Picture) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const topic = topicAt(event, picture)
    event.preventDefault()
    if (topic !== null) {
      const id = this.#idOf(topic)
      const isOnly = this.#state.select.length === 1 && this.#state.select[0] === id
      if (event.shiftKey || this.#isAdding) this.#toggle(topic)
      else this.#select(isOnly ? [] : [id])
      return
    }
    const link = this.#linkAt(event, picture)
    if (link) this.#select([this.#idOf(link.a), this.#idOf(link.b)])
    else if (this.#state.select.length > 0) this.#select([])
  }

  /** The link shown that a click is meant for. */
  #linkAt(event: MouseEvent, picture: Picture): MapLink | null {
    const [x, y] = pointer(event, picture.sheet)
    const scale = this.#scaleOf(picture, this.#current.zoom.transform().k)
    return nearestLink({ x, y }, this.#scene.links, picture.topics, LINK_REACH / scale)
  }

  #hover(topic: number | null) {
    if (topic === this.#hovered) return
    this.#hovered = topic
    this.#paint()
  }

  #show() {
    this.#scene = sceneOf(this.#data, this.#state)
    if (this.#lists) this.dataset.view = this.#state.view ?? 'auto'
    if (this.#place !== this.#legendFor) {
      this.#legendFor = this.#place
      // On a phone the list comes first.
      part<HTMLDetailsElement>(this, 'legend').open =
        this.#place === 'map' || !matchMedia(PANEL_BELOW).matches
    }
    for (const link of this.querySelectorAll('.views a'))
      if (link.getAttribute('data-view') === this.#place) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    this.toggleAttribute('data-selected', this.#state.select.length > 0)
    this.#controls.show(this.#state)
    this.#lists?.show(this.#scene, this.#state)
    showSelection(
      part(this, 'selection'),
      {
        data: this.#data,
        state: this.#state,
        scene: this.#scene,
        selected: this.#selected,
        isAdding: this.#isAdding,
      },
      {
        toggle: (topic) => this.#toggle(topic),
        clear: () => this.#select([]),
        setAdding: (isAdding) => {
          this.#isAdding = isAdding
          this.#show()
        },
      },
    )
    showBar(part(this, 'bar'), this.#data, this.#scene, this.#selected, () => {
      this.#select([])
      // Its button is gone, and the focus with it.
      this.#stage
        .querySelector<SVGAElement>('svg.live a[tabindex="0"]')
        ?.focus({ preventScroll: true })
    })
    const left = describeFilters(this.#data, this.#scene, this.#state)
    const note = part(this, 'filtered')
    note.hidden = left === null
    note.textContent = left
    this.#paint()
    this.#fit()
  }

  #savePng() {
    const shown = this.#current
    const seen = this.#seenOf(shown.picture, shown.zoom.transform())
    savePng(shown.picture, this.#view, seen, 'topic-map').catch((error: Error) =>
      this.#say(error.message),
    )
  }

  #paint() {
    const view = this.#view
    for (const { painter } of this.#frames.values()) painter.show(view)
    if (!this.contains(document.activeElement))
      this.#makeTabStop(this.#selected[0] ?? this.#largest)
  }

  /** The topic that has the focus of the keyboard. */
  get #focused(): number | null {
    const id = this.#stage.querySelector<SVGAElement>('a[data-topic]:focus-visible')?.dataset.topic
    return id === undefined ? null : this.#data.topics.findIndex((topic) => topic.id === id)
  }

  get #view(): PictureView {
    const { isShown, links } = this.#scene
    const selected = this.#selected
    // One without links is not on the map, and nothing stands out around it.
    const centres = (this.#hovered === null ? selected : [this.#hovered]).filter((topic) =>
      isLinked(this.#data, topic),
    )
    return {
      isShown,
      links: new Set(links.map(({ a, b }) => pairKey(a, b))),
      selected,
      focused: this.#focused,
      emphasis: emphasisAround(centres, links),
      colours: this.#colours[this.#state.colour],
      hasGround: this.#state.colour === 'area',
    }
  }

  #fit() {
    // While the list is shown instead, no picture is needed.
    if (this.#stage.clientWidth === 0) return
    const { picture, painter, zoom } = this.#current
    painter.move(this.#seenOf(picture, zoom.transform()), false)
    this.#showZoom()
  }

  /** The buttons that move the map are there once there is something to move. */
  #showZoom() {
    const isMoved = this.#current.zoom.place() !== null
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-zoom]'))
      if (['left', 'right', 'up', 'down'].includes(button.dataset.zoom ?? ''))
        button.hidden = !isMoved
  }

  /** One topic of each picture is reached with Tab. */
  #makeTabStop(topic: number) {
    for (const { picture } of this.#frames.values())
      for (const { topic: other, anchor } of picture.topics)
        if (anchor.getAttribute('tabindex') !== (other === topic ? '0' : '-1'))
          anchor.setAttribute('tabindex', other === topic ? '0' : '-1')
  }

  #seenOf(picture: Picture, transform: Seen['transform']): Seen {
    const { clientWidth: width, clientHeight: height } = this.#stage
    return { transform, scale: this.#scaleOf(picture, transform.k), width, height }
  }

  /** Pixels by unit of the frame. */
  #scaleOf({ width, height }: Picture, k: number): number {
    const { clientWidth, clientHeight } = this.#stage
    return k * (Math.min(clientWidth / width, clientHeight / height) || 1)
  }

  /** The picture that the shape of the stage asks for; it comes to life when it is first needed. */
  get #current(): Shown {
    const isTall = this.#stage.clientWidth < this.#stage.clientHeight
    const name = isTall ? 'portrait' : 'landscape'
    const known = this.#frames.get(name)
    if (known) return known
    const shown = this.#bring(this.#stage.querySelector<SVGSVGElement>(`svg.${name}`)!)
    this.#frames.set(name, shown)
    shown.zoom.goTo(this.#state.at)
    shown.painter.show(this.#view)
    this.#makeTabStop(this.#selected[0] ?? this.#largest)
    return shown
  }

  /** What is in sight: the list is the first choice on phones; a page of another site has the map only. */
  get #place(): 'map' | 'list' {
    if (!this.#lists) return 'map'
    return this.#state.view ?? (matchMedia(NARROW).matches ? 'list' : 'map')
  }

  get #isReady(): boolean {
    return this.#stage.dataset.state === 'ready'
  }

  get #selected(): number[] {
    return this.#state.select.map((id) => this.#data.topics.findIndex((topic) => topic.id === id))
  }

  get #linked(): number[] {
    return [...this.#data.topics.keys()].filter((topic) => isLinked(this.#data, topic))
  }

  get #largest(): number {
    const size = (topic: number) => this.#data.topics[topic]?.papers ?? 0
    return this.#linked.reduce(
      (best, topic) => (size(topic) > size(best) ? topic : best),
      this.#linked[0] ?? 0,
    )
  }

  #idOf(topic: number): string {
    return this.#data.topics[topic]?.id ?? ''
  }
}

customElements.define('topic-map', TopicMap)

function topicAt(event: Event, picture: Picture): number | null {
  const anchor = event.target instanceof Element ? event.target.closest('a[data-topic]') : null
  return picture.topics.find((topic) => topic.anchor === anchor)?.topic ?? null
}
