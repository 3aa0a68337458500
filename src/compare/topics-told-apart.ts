import type { Grade, Paper } from '../shared/model.ts'

/** What the page needs to know of topics. */
export interface ComparedTopicsFile {
  schema: 1
  /** In the order of the vocabulary. */
  topics: { id: string; label: string; hue: number }[]
  /** Two topics that have a page of their own, and its number of papers. */
  pairs: [a: string, b: string, papers: number][]
}

export interface TopicRow {
  id: string
  /** One a paper; null if it is not filed there. */
  grades: (Grade | null)[]
}

/** Topics that the same number of papers have. */
export interface TopicGroup {
  papers: number
  topics: TopicRow[]
}

/** The topics of papers, those that most of them have first; in each group those that more are mainly about. */
export function groupTopics(papers: Pick<Paper, 'topics'>[]): TopicGroup[] {
  const ids = new Set(papers.flatMap(({ topics }) => topics.map(({ id }) => id)))
  const rows = [...ids].map((id) => ({
    id,
    grades: papers.map(({ topics }) => topics.find((topic) => topic.id === id)?.grade ?? null),
  }))
  rows.sort((a, b) => mains(b) - mains(a))
  return papers
    .map((_, index) => papers.length - index)
    .map((count) => ({ papers: count, topics: rows.filter((row) => holders(row) === count) }))
    .filter(({ topics }) => topics.length > 0)
}

/** Pages on two topics that several of the papers have, most papers of these first. */
export function sharedPairs(
  groups: TopicGroup[],
  pairs: ComparedTopicsFile['pairs'],
  most: number,
): ComparedTopicsFile['pairs'] {
  const rows = new Map(
    groups.flatMap(({ topics }) => topics).map((row) => [row.id, row.grades] as const),
  )
  const onBoth = ([a, b]: readonly [string, string, number]) => {
    const [ofA, ofB] = [rows.get(a), rows.get(b)]
    return ofA && ofB ? ofA.filter((grade, index) => grade && ofB[index]).length : 0
  }
  return pairs
    .map((pair) => ({ pair, count: onBoth(pair) }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ pair }) => pair)
}

function holders({ grades }: TopicRow): number {
  return grades.filter((grade) => grade !== null).length
}

function mains({ grades }: TopicRow): number {
  return grades.filter((grade) => grade === 'main').length
}
