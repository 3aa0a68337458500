import { splitSentences } from '../../scripts/pipeline/split-sentences.ts'
import type { Vocabulary, VocabularyTopic } from '../../scripts/pipeline/vocabulary.ts'
import type { TopicAssignment } from '../../src/shared/model.ts'

/** A topic with nothing but what a test says of it. */
export function topic(id: string, lists: Partial<VocabularyTopic> = {}): VocabularyTopic {
  return {
    id,
    label: id,
    scope: `All about ${id} and its kin.`,
    area: 'all',
    formerly: [],
    broader: [],
    aliases: [],
    acronyms: [],
    context: [],
    exclude: [],
    searched: [],
    parts: [],
    needsField: false,
    ...lists,
  }
}

export function vocabularyOf(...topics: VocabularyTopic[]): Vocabulary {
  return {
    areas: [{ id: 'all', label: 'All', scope: 'Everything there is.', formerly: [] }],
    field: [],
    topics,
  }
}

/** A paper by its topics: main ones as they are, others in brackets. */
export function filedPaper(...names: string[]) {
  return {
    topics: names.map(
      (name): TopicAssignment => ({
        id: name.replace(/[()]/g, ''),
        grade: name.startsWith('(') ? 'also' : 'main',
        basis: 'name',
        evidence: [],
      }),
    ),
  }
}

/** A paper as topics are found in it. */
export function textPaper(title: string, abstract = '', id = title) {
  return { id, title, abstract, sentences: splitSentences(abstract) }
}

/** Papers that share no word with each other, to make the words of the others rare. */
export function otherPapers(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const letters = [...String(index)].map((digit) => 'bcdfghjklm'.charAt(Number(digit))).join('')
    return textPaper(`Zyx${letters}a`, `Vwu${letters}a tsr${letters}a.`)
  })
}
