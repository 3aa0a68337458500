import { describeLists } from '../map/descriptions.ts'
import type { MapScriptData, MapTopic } from '../map/model.ts'
import { NEIGHBOURS_MOST } from '../map/neighbourhood.ts'
import { neighboursOf, papersOfLink, type Scene } from '../map/scene.ts'
import type { MapState } from '../map/state.ts'
import { counted, filedPapers } from '../shared/facts.ts'
import { topicPath } from '../shared/paths.ts'
import { part, setText } from './elements.ts'
import { drawNeighbourhood } from './neighbourhood-map.ts'
import { siteHref } from './site-href.ts'
import { makeSortable } from './sortable-table.ts'

/** Where the list is shown first, as in the page's style. */
export const NARROW = '(width < 40rem)'

export interface MapLists {
  show(scene: Scene, state: MapState): void
}

/**
 * Brings the lists of `MapLists.astro` to life: `root` is the section. Its buttons dispatch `map-toggle` and the marks
 * of its neighbourhood `map-centre`, both with the place of a topic as `{ topic }`, and both bubble; what is selected
 * and shown follows from `show` alone.
 */
export function mapLists(root: HTMLElement, data: MapScriptData): MapLists {
  const tables = [...root.querySelectorAll<HTMLTableElement>('table')].map(makeSortable)
  const rows = new Map(
    [...root.querySelectorAll<HTMLTableRowElement>('[data-row]')].map((row) => [
      row.dataset.row,
      row,
    ]),
  )
  const topicRows = data.topics.map(({ id }) => rows.get(id))
  const idOf = (place: number) => (data.topics[place] as MapTopic).id
  const linkRows = data.links.map((link) => ({
    link,
    row: rows.get(`${idOf(link.a)}+${idOf(link.b)}`),
  }))
  // A map without links has no neighbourhood.
  const near = root.querySelector('[data-part="near"]') && nearTopic(root, data)
  root.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('button[data-choose]')
    const topic = placeOf(data, button?.dataset.choose)
    if (button && topic !== null)
      button.dispatchEvent(new CustomEvent('map-toggle', { bubbles: true, detail: { topic } }))
  })

  return {
    show(scene, state) {
      const isSelected = (place: number) => state.select.includes(idOf(place))
      for (const [place, row] of topicRows.entries()) {
        if (!row) continue
        row.hidden = !scene.isShown[place]
        row.classList.toggle('chosen', isSelected(place))
        part(row, 'choose').setAttribute('aria-pressed', String(isSelected(place)))
        setText(part(row, 'papers'), String(scene.counts[place]))
      }
      const shownLinks = new Set(scene.links)
      for (const { link, row } of linkRows) {
        if (!row) continue
        row.hidden = !shownLinks.has(link)
        row.classList.toggle('chosen', isSelected(link.a) && isSelected(link.b))
        setText(part(row, 'papers'), String(papersOfLink(scene, link)))
      }
      for (const { sort } of tables) sort()
      const note = part(root, 'shown')
      setText(note, describeLists(data, scene, state) ?? '')
      note.hidden = note.textContent === ''
      near?.show(scene, state)
    },
  }
}

/**
 * The neighbourhood on top of the lists: of the first topic selected that has a link, or of the largest where none is
 * selected. Without links there is nothing to draw, and the panel says why.
 */
function nearTopic(root: HTMLElement, data: MapScriptData): MapLists {
  const place = part(root, 'near')
  const title = part<HTMLAnchorElement>(root, 'near-title')
  const button = part(root, 'near-choose')
  const picture = part(root, 'near-map')
  const narrow = matchMedia(NARROW)
  let shown: { scene: Scene; state: MapState } | null = null

  const centreOf = (scene: Scene, { select }: MapState) =>
    select.length === 0
      ? largestLinked(scene)
      : (select
          .map((id) => placeOf(data, id))
          .find((topic) => topic !== null && neighboursOf(scene.links, topic).length > 0) ?? null)

  const draw = () => {
    if (!shown) return
    const { scene, state } = shown
    const centre = centreOf(scene, state)
    const view = state.view ?? (narrow.matches ? 'list' : 'map')
    place.hidden = centre === null || view === 'map'
    if (centre === null || place.hidden) return
    const { id, label, area } = data.topics[centre] as MapTopic
    const links = neighboursOf(scene.links, centre).length
    setText(title, label)
    title.className = `hue-${area + 1}`
    title.href = siteHref(topicPath(id))
    setText(
      part(root, 'near-facts'),
      [
        filedPapers(scene.counts[centre] ?? 0),
        counted(links, 'link'),
        links > NEIGHBOURS_MOST ? `the ${NEIGHBOURS_MOST} strongest drawn` : '',
      ]
        .filter(Boolean)
        .join(', '),
    )
    button.dataset.choose = id
    button.setAttribute('aria-pressed', String(state.select.includes(id)))
    const drawn = drawNeighbourhood(
      { topics: data.topics, links: scene.links },
      centre,
      picture.clientWidth,
    )
    const hadFocus = picture.contains(document.activeElement)
    picture.replaceChildren(...(drawn ? [drawn] : []))
    // The mark that had it is gone; what it became is told by the title.
    if (hadFocus) title.focus({ preventScroll: true })
  }
  let width = 0
  new ResizeObserver(() => {
    if (root.clientWidth === width) return
    width = root.clientWidth
    draw()
  }).observe(root)
  // Letters are as wide as they will be only once the font is there.
  document.fonts.ready.then(draw)

  return {
    show(scene, state) {
      shown = { scene, state }
      draw()
    },
  }
}

function largestLinked({ links, counts }: Scene): number | null {
  const linked = [...new Set(links.flatMap(({ a, b }) => [a, b]))]
  return linked.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)[0] ?? null
}

function placeOf(data: MapScriptData, id: string | undefined): number | null {
  const place = data.topics.findIndex((topic) => topic.id === id)
  return place === -1 ? null : place
}
