import { counted } from '../shared/facts.ts'
import type { MapScriptData } from './model.ts'
import { isLinked, neighboursOf, papersOfAll, type Scene } from './scene.ts'
import type { MapState } from './state.ts'

/** How much of the map the filters leave. */
export function describeShown(data: MapScriptData, scene: Scene): string {
  const linked = countShown(data, scene, true)
  return `${linked.shown} of ${counted(linked.all, 'topic')} with a link and ${scene.links.length} of ${counted(data.links.length, 'link')} shown.`
}

/** What the filters are and leave; null without any. */
export function describeFilters(
  data: MapScriptData,
  scene: Scene,
  { years, areas, communities, strength }: MapState,
): string | null {
  if (years) {
    const range = describeYears(years)
    return `${range}: ${counted(scene.papers.length, 'paper')}. ${counted(scene.undated, 'paper')} without a year in the source ${scene.undated === 1 ? 'is' : 'are'} left out. ${describeShown(data, scene)}`
  }
  const isFiltered = areas.length > 0 || communities.length > 0 || strength > 1
  return isFiltered ? describeShown(data, scene) : null
}

/** The same of the lists, which have the topics without a link too, and figures of all years; null without filters. */
export function describeLists(data: MapScriptData, scene: Scene, state: MapState): string | null {
  const filters = describeFilters(data, scene, state)
  if (filters === null) return null
  const unlinked = countShown(data, scene, false)
  return [
    filters,
    unlinked.shown < unlinked.all
      ? `${unlinked.shown} of ${counted(unlinked.all, 'topic')} without a link shown.`
      : '',
    state.years
      ? `Papers are those of ${describeYears(state.years)}; all other figures are of all years.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

export function describeYears([first, last]: [number, number]): string {
  return first === last ? `${first}` : `${first} to ${last}`
}

/** One sentence on the selection, to be spoken. */
export function tellSelection(
  data: MapScriptData,
  scene: Scene,
  selected: readonly number[],
): string {
  const labelOf = (topic: number) => data.topics[topic]?.label ?? ''
  const [a, b] = selected
  if (a === undefined) return 'Nothing selected.'
  if (b === undefined) {
    const near = neighboursOf(scene.links, a)
    const names = near.slice(0, 3).map(({ topic }) => labelOf(topic))
    return `${labelOf(a)} selected: ${counted(scene.counts[a] ?? 0, 'paper')}, ${counted(near.length, 'link')}${names.length > 0 ? `, strongest with ${names.join(', ')}` : ''}.`
  }
  const papers = papersOfAll(scene.papers, selected).length
  return `${selected.map(labelOf).join(' and ')} selected: ${counted(papers, 'paper')} in common.`
}

/** Of the topics with a link, or of those without, how many there are and how many the filters leave. */
function countShown(
  data: MapScriptData,
  { isShown }: Scene,
  isWithLink: boolean,
): { all: number; shown: number } {
  const topics = [...data.topics.keys()].filter((topic) => isLinked(data, topic) === isWithLink)
  return { all: topics.length, shown: topics.filter((topic) => isShown[topic]).length }
}
