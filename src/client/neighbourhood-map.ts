import type { MapScriptData, MapTopic } from '../map/model.ts'
import { layOutNeighbourhood, TARGET } from '../map/neighbourhood.ts'
import { neighboursOf } from '../map/scene.ts'
import { counted } from '../shared/facts.ts'
import { topicPath } from '../shared/paths.ts'
import { textMeasure } from './page-fonts.ts'
import { siteHref } from './site-href.ts'

const LEAST = 280
const MOST = 640

/**
 * Draws a topic with its strongest neighbours for a column of this width in pixels, as `NeighbourhoodMap.astro` does.
 * Each neighbour is a link to its page; choosing it dispatches `map-centre` with its place as `{ topic }` instead, which bubbles. Null for a
 * topic without links.
 */
export function drawNeighbourhood(
  data: Pick<MapScriptData, 'topics' | 'links'>,
  topic: number,
  width: number,
): SVGSVGElement | null {
  const drawn = layOutNeighbourhood(
    data,
    topic,
    Math.round(Math.min(MOST, Math.max(LEAST, width))),
    textMeasure('--font-text', 400),
  )
  if (!drawn) return null
  const topicOf = (place: number) => data.topics[place] as MapTopic
  const shared = new Map(
    neighboursOf(data.links, topic).map((entry) => [entry.topic, entry.link.observed]),
  )
  const links = svg('g', { class: 'links' })
  for (const { path, width: thickness, isOuter } of drawn.links)
    links.append(
      svg('path', { d: path, 'stroke-width': thickness, ...(isOuter && { class: 'outer' }) }),
    )
  const marks = [drawn.centre, ...drawn.neighbours].map(({ topic: place, x, y, radius, label }) => {
    const { id, label: name, area } = topicOf(place)
    const isCentre = place === topic
    const mark = isCentre
      ? svg('g', { 'aria-hidden': 'true' })
      : svg('a', { href: siteHref(topicPath(id)) })
    mark.setAttribute('class', `hue-${area + 1}${isCentre ? ' centre' : ''}`)
    mark.setAttribute('transform', `translate(${x} ${y})`)
    const title = svg('title', {})
    title.textContent = `${name}, ${counted(shared.get(place) ?? 0, 'paper')} shared`
    const text = svg('text', { 'font-size': label.size, 'text-anchor': label.anchor })
    for (const line of label.lines) {
      const span = svg('tspan', { x: label.x, y: line.y })
      span.textContent = line.text
      text.append(span)
    }
    mark.append(
      ...(isCentre ? [] : [title, svg('circle', { class: 'target', r: TARGET / 2 })]),
      svg('circle', { class: 'dot', r: radius }),
      text,
    )
    if (!isCentre) mark.addEventListener('click', (event) => centreOn(event as MouseEvent, place))
    return mark
  })
  const picture = svg('svg', {
    class: 'neighbourhood',
    viewBox: `0 0 ${drawn.width} ${drawn.height}`,
    width: drawn.width,
    height: drawn.height,
    role: 'group',
    'aria-label': `${topicOf(topic).label} and the topics linked with it`,
  })
  picture.append(links, ...marks)
  return picture
}

/** A click that asks for a new tab or window still opens the page. */
function centreOn(event: MouseEvent, topic: number): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  event.currentTarget?.dispatchEvent(
    new CustomEvent('map-centre', { bubbles: true, detail: { topic } }),
  )
}

function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, `${value}`)
  return made
}
