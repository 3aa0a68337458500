import { formatDate } from '../shared/dates.ts'
import { counted, furtherPapers } from '../shared/facts.ts'
import type { Paper, Topic } from '../shared/model.ts'
import { cardPath, siteCardPath } from '../shared/paths.ts'

/** A picture for links to a page, 1200 by 630 pixels. */
export interface Card {
  /** Site path of a PNG. */
  path: string
  /** What stands on it. */
  alt: string
}

/** A fact on a card; `absent` if it says that the source is silent. */
export interface CardFact {
  text: string
  absent: boolean
}

/** `topics` are those the paper is about. */
export function paperCard(paper: Paper, topics: readonly Topic[]): Card {
  const facts = paperCardFacts(paper).map(({ text }) => text)
  const labels = topics.map(({ label }) => label)
  const about = labels.length > 0 ? ` Topics: ${labels.join(', ')}.` : ''
  return { path: cardPath(paper.url), alt: `${paper.title}. ${facts.join(', ')}.${about}` }
}

export function topicCard(topic: Topic): Card {
  const facts = topicCardFacts(topic).map(({ text }) => text)
  return {
    path: cardPath(topic.url),
    alt: `Topic ${topic.label}: ${facts.join(', ')}, as books on a shelf.`,
  }
}

export function siteCard(site: string): Card {
  return { path: siteCardPath, alt: `${site}: all papers as books on shelves, one for each area.` }
}

/** Date, authors and organisation, and what of date and authors the source does not say. */
export function paperCardFacts(paper: Paper): CardFact[] {
  const organization = paper.organization ? [{ text: paper.organization.name, absent: false }] : []
  const dates = dateFacts(paper)
  if (dates.length === 0 && paper.authorCount === null)
    return [{ text: 'date and authors not in the source', absent: true }, ...organization]
  return [
    ...(dates.length > 0 ? dates : [{ text: 'date not in the source', absent: true }]),
    paper.authorCount === null
      ? { text: 'authors not in the source', absent: true }
      : { text: counted(paper.authorCount, 'author'), absent: false },
    ...organization,
  ]
}

export function topicCardFacts({ main, also }: Topic): CardFact[] {
  return [
    { text: `${counted(main, 'paper')} about it`, absent: false },
    ...(also > 0 ? [{ text: furtherPapers(also), absent: false }] : []),
  ]
}

/** None if the source says nothing of a date. */
function dateFacts({ date, sightings }: Paper): CardFact[] {
  if (date)
    return [
      { text: formatDate(date.value), absent: false },
      ...(date.yearInferred ? [{ text: 'year inferred', absent: true }] : []),
    ]
  const day = sightings.find(({ datePrinted }) => datePrinted)?.datePrinted
  return day ? [{ text: `${day}, year not in the source`, absent: true }] : []
}
