import { pointer } from 'd3'
import { emphasisAround } from '../map/emphasis.ts'
import type { MapLink, MapScriptData } from '../map/model.ts'
import { nearestLink } from '../map/nearest-link.ts'
import { isLinked, neighboursOf, pairKey, type Scene } from '../map/scene.ts'
import type { MapPlace } from '../map/state.ts'
import { part } from './elements.ts'
import { canvasPainter } from './map-canvas.ts'
import { listenToKeys } from './map-keys.ts'
import {
  type MapPainter,
  type Picture,
  type PictureView,
  readPicture,
  type Seen,
} from './map-picture.ts'
import { savePng, saveSvg } from './map-save.ts'
import { type MapZoom, mapZoom, type ZoomStep } from './map-zoom.ts'

/** More topics than this are painted on canvas at rest, too: to change so many elements takes several frames. */
const SVG_MOST = 200
/** A click this near to a line is meant for it, in pixels. */
const LINK_REACH = 6
/** A topic that was found is shown at least so large. */
const FIND_ZOOM = 1.8

/** What the pictures show. Topics are given by their places in the data. */
interface StageView {
  scene: Scene
  selected: readonly number[]
  /** A class of colour for each topic. */
  colours: readonly string[]
  /** Whether the ground shows areas, whose names it carries. */
  hasGround: boolean
}

/** What readers do on the stage. */
interface StageListeners {
  /** A topic was clicked; with Shift it joins or leaves what is selected. */
  onClick(topic: number, withShift: boolean): void
  onClickLink(link: MapLink): void
  /** Enter on a topic. */
  onSelect(topic: number): void
  /** Space on a topic. */
  onToggle(topic: number): void
  /** Escape, or a click on the ground; returns whether there was a selection to clear. */
  onClear(): boolean
  /** The reader moved the map, and it has come to rest. */
  onRest(place: MapPlace | null): void
}

export interface MapStage {
  show(view: StageView): void
  /** Moves all that is shown to a place of the address. */
  goTo(place: MapPlace | null): void
  /** Moves to a topic, and returns where that is. */
  find(topic: number): MapPlace | null
  /** Gives the focus to the topic that Tab leads to. */
  focus(): void
  /** Where the mark of a topic is in the window. */
  markOf(topic: number): DOMRect | null
  saveSvg(name: string): void
  savePng(name: string): Promise<void>
}

/** A picture that has come to life. */
interface Frame {
  picture: Picture
  painter: MapPainter
  zoom: MapZoom
}

/** The two pictures of the map, of which the shape of the stage chooses one, with all that points at them. */
export function mapStage(
  root: HTMLElement,
  data: MapScriptData,
  listeners: StageListeners,
): MapStage {
  const stage = part(root, 'stage')
  const zoomButtons = [...root.querySelectorAll<HTMLButtonElement>('[data-zoom]')]
  const largest = largestLinked(data)
  const frames = new Map<string, Frame>()
  // Read anew it would have all that was changed before laid out at once, several times while the map comes to life.
  let size = { width: stage.clientWidth, height: stage.clientHeight }
  let view: StageView
  let at: MapPlace | null = null
  let hovered: number | null = null

  for (const button of zoomButtons)
    button.addEventListener('click', () => current().zoom.step(button.dataset.zoom as ZoomStep))
  new ResizeObserver(() => {
    size = { width: stage.clientWidth, height: stage.clientHeight }
    drawToSize()
  }).observe(stage)

  /** The picture that the shape of the stage asks for; it comes to life when it is first needed. */
  function current(): Frame {
    const name = size.width < size.height ? 'portrait' : 'landscape'
    const known = frames.get(name)
    if (known) return known
    const frame = bringToLife(stage.querySelector<SVGSVGElement>(`svg.${name}`)!)
    frames.set(name, frame)
    frame.zoom.goTo(at)
    frame.painter.show(pictureView())
    makeTabStop(view.selected[0] ?? largest)
    return frame
  }

  function bringToLife(svg: SVGSVGElement): Frame {
    const picture = readPicture(svg, data)
    const painter = canvasPainter(picture, { restsInSvg: picture.topics.length <= SVG_MOST })
    const zoom = mapZoom(
      picture,
      (transform, isGesture) => {
        painter.move(seenOf(picture, transform), isGesture)
        showZoom()
      },
      () => {
        at = zoom.place()
        listeners.onRest(at)
      },
    )
    const frame = { picture, painter, zoom }
    svg.classList.add('live')
    for (const { anchor } of picture.topics) anchor.setAttribute('tabindex', '-1')
    listenToPointer(frame)
    svg.addEventListener('focusin', (event) => {
      const topic = topicAt(event, picture)
      if (topic === null) return
      makeTabStop(topic)
      hover(topic)
    })
    svg.addEventListener('focusout', () => hover(null))
    listenToKeys(picture, {
      isShown: (topic) => view.scene.isShown[topic] === true,
      neighbours: (topic) => neighboursOf(view.scene.links, topic).map((near) => near.topic),
      focus: (next) => {
        zoom.reveal(next.x, next.y)
        next.anchor.focus({ preventScroll: true })
      },
      select: listeners.onSelect,
      toggle: listeners.onToggle,
      clear: listeners.onClear,
      zoom: zoom.step,
    })
    return frame
  }

  function listenToPointer({ picture, zoom }: Frame): void {
    const { svg } = picture
    svg.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      const topic = topicAt(event, picture)
      const link = topic === null ? linkAt(event, picture, zoom) : null
      if (topic !== null) listeners.onClick(topic, event.shiftKey)
      else if (link) listeners.onClickLink(link)
      else listeners.onClear()
    })
    svg.addEventListener('pointerover', (event) => {
      // What passes below the pointer while the map moves is not pointed at.
      if (event.pointerType === 'mouse' && !zoom.isMoving()) hover(topicAt(event, picture))
    })
    svg.addEventListener('pointerleave', () => hover(null))
  }

  /** The link shown that a click is meant for. */
  function linkAt(event: MouseEvent, picture: Picture, zoom: MapZoom): MapLink | null {
    const [x, y] = pointer(event, picture.sheet)
    const reach = LINK_REACH / scaleOf(picture, zoom.transform().k)
    return nearestLink({ x, y }, view.scene.links, picture.topics, reach)
  }

  function hover(topic: number | null): void {
    if (topic === hovered) return
    hovered = topic
    paint()
  }

  function paint(): void {
    const painted = pictureView()
    for (const { painter } of frames.values()) painter.show(painted)
    if (!root.contains(document.activeElement)) makeTabStop(view.selected[0] ?? largest)
  }

  function pictureView(): PictureView {
    const { scene, selected, colours, hasGround } = view
    // One without links is not on the map, and nothing stands out around it.
    const centres = (hovered === null ? selected : [hovered]).filter((topic) =>
      isLinked(data, topic),
    )
    return {
      isShown: scene.isShown,
      links: new Set(scene.links.map(({ a, b }) => pairKey(a, b))),
      selected,
      focused: focusedTopic(),
      emphasis: emphasisAround(centres, scene.links),
      colours,
      hasGround,
    }
  }

  /** The topic that has the focus of the keyboard. */
  function focusedTopic(): number | null {
    const id = stage.querySelector<SVGAElement>('a[data-topic]:focus-visible')?.dataset.topic
    return id === undefined ? null : data.topics.findIndex((topic) => topic.id === id)
  }

  /** One topic of each picture is reached with Tab. */
  function makeTabStop(topic: number): void {
    for (const { picture } of frames.values())
      for (const { topic: other, anchor } of picture.topics)
        if (anchor.getAttribute('tabindex') !== (other === topic ? '0' : '-1'))
          anchor.setAttribute('tabindex', other === topic ? '0' : '-1')
  }

  /** The buttons that move the map are there once there is something to move. */
  function showZoom(): void {
    const isMoved = current().zoom.place() !== null
    for (const button of zoomButtons)
      if (['left', 'right', 'up', 'down'].includes(button.dataset.zoom ?? ''))
        button.hidden = !isMoved
  }

  /** Draws the picture that the stage has room for now. */
  function drawToSize(): void {
    // While the list is shown instead, no picture is needed.
    if (size.width === 0) return
    const { picture, painter, zoom } = current()
    painter.move(seenOf(picture, zoom.transform()), false)
    showZoom()
  }

  function seenOf(picture: Picture, transform: Seen['transform']): Seen {
    return { transform, scale: scaleOf(picture, transform.k), ...size }
  }

  /** Pixels by unit of the frame. */
  function scaleOf({ width, height }: Picture, k: number): number {
    return k * (Math.min(size.width / width, size.height / height) || 1)
  }

  return {
    show(next) {
      view = next
      paint()
      drawToSize()
    },
    goTo(place) {
      at = place
      for (const { zoom } of frames.values()) zoom.goTo(place)
    },
    find(topic) {
      const { picture, zoom } = current()
      const place = picture.topics.find((pictured) => pictured.topic === topic)
      if (place)
        zoom.goTo({ x: place.x, y: place.y, zoom: Math.max(FIND_ZOOM, zoom.transform().k) })
      at = zoom.place()
      return at
    },
    focus() {
      stage.querySelector<SVGAElement>('svg.live a[tabindex="0"]')?.focus({ preventScroll: true })
    },
    markOf(topic) {
      const place = current().picture.topics.find((pictured) => pictured.topic === topic)
      return place?.anchor.querySelector('.dot')?.getBoundingClientRect() ?? null
    },
    saveSvg(name) {
      saveSvg(current().picture, name)
    },
    savePng(name) {
      const { picture, zoom } = current()
      return savePng(picture, pictureView(), seenOf(picture, zoom.transform()), name)
    },
  }
}

/** The topic on the map that has most papers. */
function largestLinked(data: MapScriptData): number {
  const linked = [...data.topics.keys()].filter((topic) => isLinked(data, topic))
  const size = (topic: number) => data.topics[topic]?.papers ?? 0
  return linked.reduce((best, topic) => (size(topic) > size(best) ? topic : best), linked[0] ?? 0)
}

function topicAt(event: Event, picture: Picture): number | null {
  const anchor = event.target instanceof Element ? event.target.closest('a[data-topic]') : null
  return picture.topics.find((topic) => topic.anchor === anchor)?.topic ?? null
}
