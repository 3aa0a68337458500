import {
  type CardFact,
  paperCard,
  paperCardFacts,
  siteCard,
  topicCard,
  topicCardFacts,
} from '../../src/formats/card.ts'
import { counted } from '../../src/shared/facts.ts'
import { assignHues } from '../../src/shared/hues.ts'
import type { Area, Paper, Topic } from '../../src/shared/model.ts'
import { spineHeight } from '../../src/shared/spine.ts'
import { byCentrality } from '../../src/shared/topic-order.ts'
import { hasKnownScripts } from './known-scripts.ts'

/** A paper as a book on a shelf. */
export interface Book {
  /** The widest band first. */
  hues: number[]
  /** 1 to 8. */
  height: number
}

interface Drawn {
  /** Empty if the fonts lack its script: boxes tell nothing, and a title without some of its words is another. */
  title: string
  facts: CardFact[]
  site: string
}

export interface PaperContent extends Drawn {
  kind: 'paper'
  hues: number[]
  topics: { label: string; hue: number }[]
}

export interface TopicContent extends Drawn {
  kind: 'topic'
  area: string
  hue: number
  scope: string
  books: Book[]
}

export interface SiteContent extends Drawn {
  kind: 'site'
  shelves: Book[][]
}

/** All that is drawn on a card, as plain data: the same content gives the same picture. */
export type CardContent = PaperContent | TopicContent | SiteContent

interface Published {
  papers: readonly Paper[]
  topics: readonly Topic[]
  areas: readonly Area[]
}

/** Each card with the site path of its file: of papers, of topics, and the site's. */
export function listCards(
  { papers, topics, areas }: Published,
  site: string,
): { path: string; content: CardContent }[] {
  const hues = assignHues(areas, topics)
  const topicById = new Map(topics.map((topic) => [topic.id, topic]))
  const areaById = new Map(areas.map((area) => [area.id, area]))
  const bookOf = (paper: Paper) => ({ hues: hues.ofPaper(paper), height: spineHeight(paper.id) })
  const mainTopics = (paper: Paper) =>
    paper.topics
      .filter(({ grade }) => grade === 'main')
      .flatMap(({ id }) => topicById.get(id) ?? [])

  const ofPapers = papers.map((paper) => {
    const about = mainTopics(paper)
    const content: PaperContent = {
      kind: 'paper',
      site,
      title: drawable(oneLine(paper.title)),
      facts: paperCardFacts(paper)
        .map(({ text, absent }) => ({ text: oneLine(text), absent }))
        .filter(({ text }) => hasKnownScripts(text)),
      hues: hues.ofPaper(paper),
      topics: about
        .filter(({ label }) => hasKnownScripts(label))
        .map(({ id, label }) => ({ label, hue: hues.ofTopic(id) })),
    }
    return { path: paperCard(paper, about).path, content }
  })
  const ofTopics = topics.map((topic) => {
    const content: TopicContent = {
      kind: 'topic',
      site,
      title: drawable(topic.label),
      facts: topicCardFacts(topic),
      area: drawable(areaById.get(topic.area)?.label ?? ''),
      hue: hues.ofTopic(topic.id),
      scope: drawable(topic.scope),
      books: papers
        .filter(({ topics: filed }) =>
          filed.some(({ id, grade }) => id === topic.id && grade === 'main'),
        )
        .sort(byCentrality(topic.id))
        .map(bookOf),
    }
    return { path: topicCard(topic).path, content }
  })
  const ofSite: SiteContent = {
    kind: 'site',
    site,
    title: `${counted(papers.length, 'paper')}, read as one field.`,
    facts: [],
    shelves: areas.map(({ id }) =>
      papers.filter((paper) => mainTopics(paper)[0]?.area === id).map(bookOf),
    ),
  }
  return [...ofPapers, ...ofTopics, { path: siteCard(site).path, content: ofSite }]
}

/** The text, or nothing. */
function drawable(text: string): string {
  return hasKnownScripts(text) ? text : ''
}

/** Without line breaks, control characters, marks that turn the direction of text, and pictures. */
function oneLine(text: string): string {
  return text
    .replace(/\p{Emoji_Presentation}/gu, ' ')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()
}
