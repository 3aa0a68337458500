import { analyse, formKey } from './analyse.ts'
import type { IndexedTopic } from './index-files.ts'
import type { Suggestion } from './model.ts'

const TOPICS_MOST = 3

/** A topic with its other names, as analysed. */
export interface NamedTopic {
  topic: IndexedTopic
  names: string[]
}

/** Topics one of whose names begins with, or has a word that begins with, what is typed. */
export function suggestTopics(typed: string, topics: NamedTopic[]): Suggestion[] {
  const words = analyse(typed).map(({ term }) => term)
  const last = words.at(-1)
  if (last === undefined) return []
  const rated = topics.flatMap(({ topic, names }) => {
    const rates = names.map((name) => rate(name.split(' '), words))
    const best = Math.max(...rates)
    return best > 0 ? [{ topic, best }] : []
  })
  return rated
    .sort(
      (a, b) =>
        b.best - a.best || b.topic.main - a.topic.main || (a.topic.id < b.topic.id ? -1 : 1),
    )
    .slice(0, TOPICS_MOST)
    .map(({ topic: { id, label, main } }) => ({
      kind: 'topic',
      id,
      label,
      count: main,
      marks: analyse(label)
        .filter(({ term }) => words.some((word) => meets(term, word)))
        .map(({ start, end }) => ({ start, end })),
    }))
}

/** 3 for a name that begins so, 2 for one that has all words, 0 otherwise. */
function rate(name: string[], words: string[]): number {
  if (words.every((word, at) => meets(name[at] ?? '', word)))
    return name.length === words.length ? 4 : 3
  return words.every((word) => name.some((own) => meets(own, word))) ? 2 : 0
}

function meets(own: string, word: string): boolean {
  return own.startsWith(word) || (word.length > 2 && formKey(own) === formKey(word))
}
