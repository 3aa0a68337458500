import { readFileSync } from 'node:fs'
import type { Paper } from '../src/shared/model.ts'
import { presentGold } from './evaluate/present-gold.ts'
import { readTextFile, replaceFile } from './files.ts'
import { readGold } from './gold.ts'
import { fitLogistic } from './logistic-regression.ts'
import { topicHitFinder } from './pipeline/find-topic-hits.ts'
import { readWords } from './pipeline/read-words.ts'
import { parseRegistry } from './pipeline/registry-file.ts'
import { FEATURE_NAMES, type TopicCandidate, topicCandidates } from './pipeline/topic-features.ts'
import type { LogisticWeights, TopicWeights } from './pipeline/topic-weights.ts'
import { readVocabulary } from './pipeline/vocabulary.ts'
import { exitWithProblems } from './print-problems.ts'
import { readArguments } from './read-arguments.ts'

const RIDGE = 1
const FILE = 'data/curated/topic-weights.json'
const VOCABULARY = 'data/curated/topics.yaml'
const REGISTRY = 'data/permalinks.json'

const USAGE = `Fits the weights of the topic features anew, after a change of features or of much of the vocabulary.

  npm run fit

Learns from the papers in data/generated and the tuning half of the gold filing in tests/gold, never
from the held-out half, and writes ${FILE}.
`

readArguments(USAGE, {}, [0, 0])
const { vocabulary, problems } = readVocabulary(VOCABULARY, readFileSync(VOCABULARY, 'utf8'))
if (!vocabulary) exitWithProblems(problems)
const { papers } = JSON.parse(readFileSync('data/generated/papers.json', 'utf8')) as {
  papers: Paper[]
}
const permalinks = parseRegistry(REGISTRY, await readTextFile(REGISTRY))
const present = presentGold(readGold(), permalinks.registry, vocabulary.topics)
const outdated = [...permalinks.problems, ...present.problems]
if (outdated.length > 0) exitWithProblems(outdated)
const gold = present.gold.topics
const broader = new Map(vocabulary.topics.map((topic) => [topic.id, topic.broader]))
const find = topicHitFinder(vocabulary)
const candidates = topicCandidates(
  papers,
  papers.map((paper) => find(paper)),
  readWords(papers).space,
  broader,
  { withUnlikely: true },
)

const topicNumber = new Map(vocabulary.topics.map(({ id }, index) => [id, index]))
const rows: number[][] = []
const main: number[] = []
const any: number[] = []
for (const [index, { id }] of papers.entries()) {
  const paper = gold.get(id)
  if (paper?.split !== 'tune') continue
  // Both readings teach, so that what only one reader files counts half.
  for (const filing of [paper.first, { ...paper.vocabulary, acceptable: [] }])
    for (const { topic, features } of candidates[index] as TopicCandidate[]) {
      const indicators = new Array<number>(vocabulary.topics.length).fill(0)
      indicators[topicNumber.get(topic) ?? 0] = 1
      rows.push([1, ...FEATURE_NAMES.map((name) => features[name]), ...indicators])
      const isMain = filing.main.includes(topic)
      const isAcceptable = filing.acceptable.includes(topic)
      const isJudged = paper.judgedAlso?.includes(topic) ?? false
      main.push(isMain ? 1 : isAcceptable ? 0.5 : 0)
      any.push(isMain || isAcceptable || isJudged || filing.also.includes(topic) ? 1 : 0)
    }
}
const weights: TopicWeights = {
  main: named(fitLogistic(rows, main, RIDGE)),
  any: named(fitLogistic(rows, any, RIDGE)),
}
await replaceFile(FILE, `${JSON.stringify(weights, null, 2)}\n`)
console.log(`${FILE}: fitted on ${rows.length} candidates.`)

function named(values: number[]): LogisticWeights {
  const round = (value = 0) => Math.round(value * 1000) / 1000
  const topics = vocabulary?.topics ?? []
  return {
    bias: round(values[0]),
    features: Object.fromEntries(
      FEATURE_NAMES.map((name, index) => [name, round(values[1 + index])]),
    ) as LogisticWeights['features'],
    topics: Object.fromEntries(
      topics.map(({ id }, index) => [id, round(values[1 + FEATURE_NAMES.length + index])]),
    ),
  }
}
