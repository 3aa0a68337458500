import { byId } from '../shared/code-unit-order.ts'
import { groupBy } from '../shared/group-by.ts'
import { analyse, formKey, wordsOf } from './analyse.ts'
import type { IndexedTopic } from './index-files.ts'
import type { Suggestion } from './model.ts'
import { type Name, phraseTerm, topicTerm } from './names.ts'

/** Papers offered below the search box. */
export const PAPERS_OFFERED = 6
/** Topics told when nothing is found. */
export const TOPICS_TOLD = 6
/** Topics offered below the search box. */
const TOPICS_MOST = 3
/** The rate of a whole name. */
const WHOLE = 4

/** A topic with its other names, as analysed. */
export interface NamedTopic {
  topic: IndexedTopic
  names: string[]
  /** Those that papers of it need not have. */
  further: string[]
}

/** Topics with those names by which they are suggested: all but everyday words. */
export function nameTopics(topics: IndexedTopic[], names: Name[]): NamedTopic[] {
  const namesByTerm = groupBy(names, ({ term }) => term)
  return topics.map((topic) => {
    const all = (namesByTerm.get(topicTerm(topic.id, 'main')) ?? []).filter(
      ({ isEveryday }) => !isEveryday,
    )
    const wordsOf = (isFurther: boolean) =>
      all.flatMap(({ words, further }) => ((further !== undefined) === isFurther ? words : []))
    return { topic, names: wordsOf(false), further: wordsOf(true) }
  })
}

/** Topics one of whose names begins with, or has a word that begins with, what is typed; by their labels first. */
export function suggestTopics(typed: string, topics: NamedTopic[]): Suggestion[] {
  const words = analyse(typed).map(({ term }) => term)
  const last = words.at(-1)
  if (last === undefined) return []
  const asked = phraseTerm(words.join(' '))
  const rated = topics.flatMap(({ topic, names, further }) => {
    const label = rate(wordsOf(topic.label), words)
    const others = names.map((name) => rate(name, words))
    // So many further names begin alike that only a whole one tells what is meant.
    const isFurther = further.some((name) => phraseTerm(name) === asked)
    const best = Math.max(label > 0 ? label + WHOLE : 0, ...others, isFurther ? 1 : 0)
    return best > 0 ? [{ topic, best }] : []
  })
  return rated
    .sort((a, b) => b.best - a.best || b.topic.main - a.topic.main || byId(a.topic, b.topic))
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

/** 4 for a whole name, 3 for one that begins so, 2 for one that has all words, 0 otherwise. */
function rate(text: string, words: string[]): number {
  const name = text.split(' ')
  if (words.every((word, at) => meets(name[at] ?? '', word)))
    return name.length === words.length ? WHOLE : 3
  return words.every((word) => name.some((own) => meets(own, word))) ? 2 : 0
}

function meets(own: string, word: string): boolean {
  return own.startsWith(word) || (word.length > 2 && formKey(own) === formKey(word))
}
