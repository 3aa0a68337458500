import { readTextFile } from '../files.ts'
import { type BuiltCorpus, buildCorpus } from '../pipeline/build-corpus.ts'
import { type KnownMap, parseMap } from '../pipeline/map-file.ts'
import { readTopicWeights, type TopicWeights } from '../pipeline/topic-weights.ts'
import { readVocabulary, type Vocabulary } from '../pipeline/vocabulary.ts'
import { readProject } from '../read-project.ts'

/** The papers as the data step makes them, and what filed them. */
export interface FiledCorpus
  extends Pick<
    BuiltCorpus,
    | 'papers'
    | 'topics'
    | 'areas'
    | 'listings'
    | 'glossary'
    | 'synonyms'
    | 'paraphrases'
    | 'freeParaphrases'
    | 'topicParaphrases'
    | 'topicNames'
    | 'graph'
    | 'quality'
    | 'registry'
  > {
  vocabulary: Vocabulary
  weights: TopicWeights
}

/** The part of it that is about papers, and not about the graph of their topics. */
export type PaperCorpus = Omit<FiledCorpus, 'graph' | 'quality' | 'registry'>

/** Builds the corpus from the sources of this repository; throws when they have problems. */
export async function readCorpus(): Promise<FiledCorpus> {
  const sources = await readProject({
    listings: 'data/listings',
    curated: 'data/curated',
    registry: 'data/permalinks.json',
  })
  const { files } = sources.curated
  const built = buildCorpus(sources)
  const { vocabulary } = readVocabulary('topics.yaml', files['topics.yaml'] ?? '')
  const { weights } = readTopicWeights('topic-weights.json', files['topic-weights.json'] ?? '')
  if ('problems' in built || !vocabulary || !weights)
    throw new Error('The sources have problems; npm run data prints them.')
  return { ...built, vocabulary, weights }
}

/** The map of this repository; throws when it is not there. */
export async function readKnownMap(): Promise<KnownMap> {
  const { map } = parseMap('data/map.json', await readTextFile('data/map.json'))
  if (!map) throw new Error('data/map.json is missing or broken; npm run data makes it.')
  return map
}
