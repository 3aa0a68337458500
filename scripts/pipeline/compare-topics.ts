import type { Paper, TopicAssignment } from '../../src/shared/model.ts'

/** How the papers of one topic differ between two builds; ids in order. */
export interface TopicChange {
  topic: string
  gained: string[]
  lost: string[]
  /** Papers that keep the topic and are newly about it. */
  raised: string[]
  /** Papers that keep the topic and are no longer about it. */
  lowered: string[]
}

interface FiledPaper extends Pick<Paper, 'id'> {
  topics: Pick<TopicAssignment, 'id' | 'grade'>[]
}

/** Papers told for one kind of change. */
const TOLD = 5

/** The filing in the text of an earlier papers.json; null if there is none to compare with. */
export function readFiling(text: string | null): FiledPaper[] | null {
  if (text === null) return null
  try {
    const { papers } = JSON.parse(text) as { papers?: FiledPaper[] }
    return papers?.some(({ topics }) => topics.length > 0) ? papers : null
  } catch {
    // A damaged output is about to be replaced; that is all it needs.
    return null
  }
}

/** The topics whose papers changed, in the order of their ids; none if nothing did. */
export function compareTopics(before: FiledPaper[], after: FiledPaper[]): TopicChange[] {
  const [old, now] = [gradesByTopic(before), gradesByTopic(after)]
  const topics = [...new Set([...old.keys(), ...now.keys()])].sort()
  return topics.flatMap((topic) => {
    const was = old.get(topic) ?? new Map<string, string>()
    const is = now.get(topic) ?? new Map<string, string>()
    const moved = (from: string, to: string) =>
      [...is].flatMap(([id, grade]) => (grade === to && was.get(id) === from ? [id] : [])).sort()
    const change = {
      topic,
      gained: [...is.keys()].filter((id) => !was.has(id)).sort(),
      lost: [...was.keys()].filter((id) => !is.has(id)).sort(),
      raised: moved('also', 'main'),
      lowered: moved('main', 'also'),
    }
    const { gained, lost, raised, lowered } = change
    return gained.length + lost.length + raised.length + lowered.length > 0 ? [change] : []
  })
}

/** `topic <id>: +2 −1`, and below it the papers, a line each. */
export function formatTopicChanges(changes: TopicChange[]): string[] {
  return changes.flatMap(({ topic, gained, lost, raised, lowered }) => [
    `topic ${topic}: ${[
      ...(gained.length > 0 ? [`+${gained.length}`] : []),
      ...(lost.length > 0 ? [`−${lost.length}`] : []),
      ...(raised.length > 0 ? [`${raised.length} to main`] : []),
      ...(lowered.length > 0 ? [`${lowered.length} to also`] : []),
    ].join(' ')}`,
    ...told('+', gained),
    ...told('−', lost),
    ...told('to main', raised),
    ...told('to also', lowered),
  ])
}

function told(sign: string, ids: string[]): string[] {
  const lines = ids.slice(0, TOLD).map((id) => `  ${sign} ${id}`)
  return ids.length > TOLD ? [...lines, `  ${sign} ${ids.length - TOLD} more`] : lines
}

function gradesByTopic(papers: FiledPaper[]): Map<string, Map<string, string>> {
  const grades = new Map<string, Map<string, string>>()
  for (const paper of papers)
    for (const { id, grade } of paper.topics) {
      const topic = grades.get(id) ?? new Map<string, string>()
      topic.set(paper.id, grade)
      grades.set(id, topic)
    }
  return grades
}
