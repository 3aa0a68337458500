import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgedCorpus } from '../../scripts/evaluate/judged-corpus.ts'
import type { PaperCorpus } from '../../scripts/evaluate/read-corpus.ts'
import type { BuiltCorpus } from '../../scripts/pipeline/build-corpus.ts'
import { readTopicWeights } from '../../scripts/pipeline/topic-weights.ts'
import { readVocabulary } from '../../scripts/pipeline/vocabulary.ts'
import { bytesOf, plainListing, realListings } from '../pipeline/listing-fixtures.ts'
import { buildRealCorpus, realCorpus } from '../pipeline/real-corpus.ts'

const text = (name: string) => readFileSync(`data/curated/${name}`, 'utf8')
const { vocabulary } = readVocabulary('topics.yaml', text('topics.yaml'))
const { weights } = readTopicWeights('topic-weights.json', text('topic-weights.json'))
if (!vocabulary || !weights) throw new Error('The vocabulary or its weights are broken.')

const withVocabulary = (built: BuiltCorpus): PaperCorpus => ({ ...built, vocabulary, weights })

/** Near to many papers by words and topics. */
const later = plainListing(
  ['speculative decoding', 'variational inference', 'chain of thought', 'diffusion models'].flatMap(
    (subject) =>
      [1, 2, 3, 4, 5].map((part) => `Advances in ${subject} for reasoning, part ${part}`),
  ),
)

test('papers of later listings change nothing of those that were judged', () => {
  const listing = { file: 'data/listings/999_0123456789abcdef.txt', bytes: bytesOf(later) }
  const grown = buildRealCorpus([...realListings(), { ...listing, sha256: '0'.repeat(64) }])
  const before = judgedCorpus(withVocabulary(realCorpus))
  const after = judgedCorpus(withVocabulary(grown))
  expect(grown.papers.length).toBe(realCorpus.papers.length + 20)
  const relations = ({ papers }: Pick<PaperCorpus, 'papers'>) =>
    papers.map(({ id, topics, related, words }) => ({ id, topics, related, words }))
  expect(relations(after)).toEqual(relations(before))
  expect(after.glossary).toEqual(before.glossary)
  expect(after.topics).toEqual(before.topics)
  expect(after.areas).toEqual(before.areas)
  // Among all papers some of them have others.
  const ids = new Set(before.papers.map(({ id }) => id))
  const same = relations({ papers: grown.papers.filter(({ id }) => ids.has(id)) })
  expect(same).not.toEqual(relations(before))
})
