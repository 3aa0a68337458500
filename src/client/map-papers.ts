import type { MapScriptData, NamedPaper } from '../map/model.ts'
import { PART_SIZE } from '../reading-list/catalogue-parts.ts'
import { paperPath } from '../shared/paths.ts'
import { loadPart } from './catalogue-part.ts'
import { element } from './elements.ts'
import { siteHref } from './site-href.ts'

/** A list of links to papers of the map, whose titles may come after it. */
export function mapPaperList(data: MapScriptData, papers: MapScriptData['papers']): HTMLElement {
  const list = element('ol', { class: 'papers' })
  const fill = (named: readonly NamedPaper[]) =>
    list.replaceChildren(
      ...named.map(({ id, title }) =>
        element('li', {}, element('a', { href: siteHref(paperPath(id)) }, title)),
      ),
    )
  const places = papers.map((paper) => data.papers.indexOf(paper))
  const { catalogue } = data
  if (catalogue === undefined) {
    fill(places.map((place) => data.papers[place] as NamedPaper))
    return list
  }
  list.append(element('li', {}, 'Loading titles…'))
  Promise.all(places.map((place) => paperAt(catalogue, place))).then(fill, () =>
    list.replaceChildren(element('li', {}, 'Titles can’t be loaded just now.')),
  )
  return list
}

async function paperAt(catalogue: string, place: number): Promise<NamedPaper> {
  const { papers } = await loadPart(catalogue, Math.floor(place / PART_SIZE))
  return papers[place % PART_SIZE] as NamedPaper
}
