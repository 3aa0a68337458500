import { evaluateRelated } from './evaluate/evaluate-related.ts'
import { evaluateTopics } from './evaluate/evaluate-topics.ts'
import { formatEvaluation, formatFigures } from './evaluate/format-evaluation.ts'
import { readCorpus } from './evaluate/read-corpus.ts'
import { replaceFile } from './files.ts'
import { readRelatedGold, readTopicGold } from './gold.ts'

/** Prints how well topics and related papers agree with readers, and writes it to docs/evaluation.md. */
const FILE = 'docs/evaluation.md'

const corpus = await readCorpus()
const evaluation = {
  topics: evaluateTopics(corpus, readTopicGold()),
  related: evaluateRelated(corpus, readRelatedGold()),
}
await replaceFile(FILE, formatEvaluation(evaluation))
console.log(`${formatFigures(evaluation)}\n\n${FILE} written.`)
