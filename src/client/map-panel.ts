import { describeYears } from '../map/descriptions.ts'
import type { MapScriptData } from '../map/model.ts'
import {
  expectedPapers,
  isLinked,
  nearestSets,
  neighboursOf,
  pairKey,
  papersOfAll,
  type Scene,
} from '../map/scene.ts'
import type { MapState } from '../map/state.ts'
import { counted } from '../shared/facts.ts'
import { unjoinedSentence } from '../shared/pair-facts.ts'
import { PAIR_PAGE_MIN } from '../shared/paper-sets.ts'
import { pairPath, topicPath } from '../shared/paths.ts'
import { arrange, element } from './elements.ts'
import { mapPaperList } from './map-papers.ts'
import { siteHref } from './site-href.ts'

/** Papers named in the panel before the rest is left to a page. */
const PAPERS_MOST = 12

interface PanelActions {
  toggle(topic: number): void
  clear(): void
  /** Whether a plain click adds to the selection. */
  setAdding(isAdding: boolean): void
}

/** What the panel tells of. */
export interface PanelView {
  data: MapScriptData
  state: MapState
  scene: Scene
  /** The places of `state.select`. */
  selected: readonly number[]
  /** How the button for adding stands. */
  isAdding: boolean
}

/** What is shown beside the map about the selection. */
export function showSelection(root: HTMLElement, view: PanelView, actions: PanelActions): void {
  const [a, b, ...more] = view.selected
  const focused = root.contains(document.activeElement) ? document.activeElement : null
  root.hidden = a === undefined
  const build = () => {
    if (a === undefined) return []
    if (b === undefined) return describeTopic(view, a, actions)
    return more.length === 0 ? describePair(view, a, b) : describeSet(view)
  }
  arrange(root, [
    ...(a === undefined ? [] : [...chosen(view, actions), buttons(view, actions)]),
    ...build(),
  ])
  if (focused) focusLike(root, focused)
}

/** All is made anew: the focus goes to what bears the same name, or else to the last topic selected. */
function focusLike(root: HTMLElement, gone: Element): void {
  const nameOf = (element: Element) => element.ariaLabel ?? element.textContent
  const same = [...root.querySelectorAll<HTMLElement>('a, button')].find(
    (element) => nameOf(element) === nameOf(gone),
  )
  const next = same ?? [...root.querySelectorAll<HTMLElement>('.chosen a')].at(-1)
  next?.focus({ preventScroll: true })
}

/** The page of what is selected, if there is one. */
export function pageOfSelection(
  data: MapScriptData,
  [a, b, ...more]: readonly number[],
): { href: string; text: string } | null {
  if (a === undefined || more.length > 0) return null
  if (b === undefined) return { href: siteHref(topicPath(idOf(data, a))), text: 'Open topic' }
  if (papersOfAll(data.papers, [a, b]).length < PAIR_PAGE_MIN) return null
  return { href: siteHref(pairPath(idOf(data, a), idOf(data, b))), text: 'Open pair' }
}

function chosen({ data, selected }: PanelView, actions: PanelActions): HTMLElement[] {
  return [
    element(
      'p',
      { class: 'caption' },
      selected.length === 1 ? 'Selected topic' : 'Selected topics',
    ),
    ...selected.map((topic) => {
      const remove = element(
        'button',
        { type: 'button', 'aria-label': `Remove ${labelOf(data, topic)}`, title: 'Remove' },
        '×',
      )
      remove.addEventListener('click', () => actions.toggle(topic))
      return element(
        selected.length === 1 ? 'h2' : 'h3',
        { class: `chosen hue-${(data.topics[topic]?.area ?? -1) + 1}` },
        element('i', { class: 'dot' }),
        element('a', { href: siteHref(topicPath(idOf(data, topic))) }, labelOf(data, topic)),
        remove,
      )
    }),
  ]
}

function describeTopic(view: PanelView, topic: number, actions: PanelActions): HTMLElement[] {
  const { data, state, scene } = view
  const { papers, area } = data.topics[topic] as MapScriptData['topics'][number]
  const inRange = scene.counts[topic] ?? 0
  return [
    element(
      'p',
      { class: 'facts' },
      element(
        'span',
        {},
        element('strong', {}, `${inRange}`),
        inRange === 1 ? ' paper about or using it' : ' papers about or using it',
      ),
      state.years ? element('span', {}, `of ${papers} in all years`) : null,
      element('span', {}, data.areas[area]?.label ?? ''),
    ),
    ...listNeighbours(view, topic, actions),
    ...listPapers(data, papersOfAll(scene.papers, [topic]), {
      title: 'Papers',
      page: { href: siteHref(topicPath(idOf(data, topic))), papers },
    }),
  ]
}

function listNeighbours(
  { data, state, scene }: PanelView,
  topic: number,
  actions: PanelActions,
): HTMLElement[] {
  const near = neighboursOf(scene.links, topic)
  if (near.length === 0) {
    const why = isLinked(data, topic)
      ? 'None of the links shown involves this topic.'
      : 'It is not on the map: it shares too few papers with any topic to be sure.'
    return [element('p', {}, why)]
  }
  const rows = near.map(({ topic: other, link }) => {
    const button = element('button', { type: 'button' }, labelOf(data, other))
    button.addEventListener('click', () => actions.toggle(other))
    return element(
      'tr',
      { class: `hue-${(data.topics[other]?.area ?? -1) + 1}` },
      element('th', { scope: 'row' }, element('i', { class: 'dot' }), button),
      element('td', { class: 'number' }, `${link.observed}`),
      element('td', { class: 'number' }, link.expected.toFixed(1)),
    )
  })
  const heads = element(
    'tr',
    {},
    element('th', { scope: 'col' }, 'Goes with'),
    element('th', { scope: 'col', class: 'number' }, 'Shared'),
    element('th', { scope: 'col', class: 'number' }, 'By chance'),
  )
  const note = 'Shared papers and those by chance are of all years.'
  return [
    element(
      'table',
      { class: 'table' },
      element('thead', {}, heads),
      element('tbody', {}, ...rows),
    ),
    ...(state.years ? [element('p', { class: 'hint' }, note)] : []),
  ]
}

function describePair({ data, state, scene }: PanelView, a: number, b: number): HTMLElement[] {
  const shared = papersOfAll(scene.papers, [a, b])
  const isJoined = data.links.some((link) => pairKey(link.a, link.b) === pairKey(a, b))
  const all = papersOfAll(data.papers, [a, b]).length
  const expected = expectedPapers(data, a, b)
  const path = pairPath(idOf(data, a), idOf(data, b))
  return [
    element(
      'p',
      {},
      element('strong', {}, all === 0 ? 'No papers' : counted(all, 'paper')),
      ` in common; chance would predict ${expected.toFixed(1)}. `,
      isJoined ? '' : `${unjoinedSentence(all, expected)} `,
      state.years && all > 0 ? `${describeYears(state.years)}: ${shared.length}.` : '',
    ),
    ...listPapers(data, shared, {
      title: 'Papers in both',
      page: all >= PAIR_PAGE_MIN ? { href: siteHref(path), papers: all } : null,
    }),
  ]
}

function describeSet({ data, scene, selected }: PanelView): HTMLElement[] {
  const shared = papersOfAll(scene.papers, selected)
  if (shared.length > 0)
    return listPapers(data, shared, { title: 'Papers in all of them', page: null })
  const sets = nearestSets(scene.papers, selected)
  if (sets.length === 0)
    return [element('p', {}, 'No paper has any two of these topics in common.')]
  return [
    element('p', {}, `No paper has all ${selected.length}. The largest sets that do occur:`),
    element(
      'ul',
      { class: 'sets' },
      ...sets
        .slice(0, 5)
        .map(({ topics, papers }) =>
          element(
            'li',
            {},
            `${topics.map((topic) => labelOf(data, topic)).join(' + ')}: ${counted(papers, 'paper')}`,
          ),
        ),
    ),
  ]
}

/** The first papers, and the way to the page that has those of all years, with evidence. */
function listPapers(
  data: MapScriptData,
  papers: MapScriptData['papers'],
  { title, page }: { title: string; page: { href: string; papers: number } | null },
): HTMLElement[] {
  if (papers.length === 0) return []
  return [
    element('h3', { class: 'caption' }, title),
    mapPaperList(data, papers.slice(0, PAPERS_MOST)),
    ...(papers.length > PAPERS_MOST || page
      ? [
          element(
            'p',
            { class: 'more' },
            page
              ? element(
                  'a',
                  { href: page.href },
                  page.papers === 1 ? 'It' : `All ${page.papers}`,
                  page.papers > papers.length ? ', of any year,' : '',
                  ' with evidence',
                )
              : `and ${papers.length - PAPERS_MOST} more`,
          ),
        ]
      : []),
  ]
}

function buttons({ data, selected, isAdding }: PanelView, actions: PanelActions): HTMLElement {
  const add = element(
    'button',
    { type: 'button', class: 'button', 'aria-pressed': String(isAdding) },
    'Add topics',
  )
  add.addEventListener('click', () => actions.setAdding(!isAdding))
  const clear = element('button', { type: 'button', class: 'button' }, 'Clear')
  clear.addEventListener('click', () => actions.clear())
  const page = pageOfSelection(data, selected)
  return element(
    'div',
    { class: 'actions' },
    page && element('a', { class: 'button solid', href: page.href }, page.text),
    add,
    clear,
    element(
      'p',
      { class: 'hint' },
      isAdding
        ? 'Each topic you pick now is added, or removed again.'
        : selected.length === 1
          ? `A second topic shows what both share: ${matchMedia('(hover: none)').matches ? '' : 'Shift-click it, press Space on it, or '}use Add topics.`
          : null,
    ),
  )
}

function labelOf(data: MapScriptData, topic: number): string {
  return data.topics[topic]?.label ?? ''
}

function idOf(data: MapScriptData, topic: number): string {
  return data.topics[topic]?.id ?? ''
}
