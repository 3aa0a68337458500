import { assignTopics } from './pipeline/assign-topics.ts'
import { buildCorpus } from './pipeline/build-corpus.ts'
import { formatReview } from './pipeline/format-review.ts'
import { readSources } from './pipeline/read-sources.ts'
import { reviewVocabulary } from './pipeline/review-vocabulary.ts'
import { exitWithProblems } from './print-problems.ts'
import { readArguments } from './read-arguments.ts'
import { readProject, sourceOptions } from './read-project.ts'

const TOP = 40

const USAGE = `What a curator should look at after new listings or a change of the vocabulary.

  npm run topics             each section with its first ${TOP} entries
  npm run topics -- --all    everything

Reads the sources, not data/generated, and changes nothing.
`

const { values: options } = readArguments(
  USAGE,
  { ...sourceOptions, all: { type: 'boolean', default: false } },
  [0, 0],
)

const sources = await readProject(options)
const built = buildCorpus(sources)
if ('problems' in built) exitWithProblems(built.problems)
const { topics } = readSources(sources)
if (!topics)
  exitWithProblems([
    { file: `${options.curated}/topics.yaml`, line: 1, message: 'there is no vocabulary' },
  ])

const filed = assignTopics(built.papers, topics.vocabulary, topics.weights)
const review = reviewVocabulary(built.papers, filed, topics.vocabulary)
for (const line of formatReview(review, options.all ? Number.POSITIVE_INFINITY : TOP))
  console.log(line)
