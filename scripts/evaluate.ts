import { evaluateRelated } from './evaluate/evaluate-related.ts'
import { evaluateSearch } from './evaluate/evaluate-search.ts'
import { evaluateTopics } from './evaluate/evaluate-topics.ts'
import { formatEvaluation, formatFigures } from './evaluate/format-evaluation.ts'
import { askPagefind, PAGEFIND_ANSWERS } from './evaluate/pagefind-answers.ts'
import { answersByEngine } from './evaluate/rankers.ts'
import { readCorpus } from './evaluate/read-corpus.ts'
import { replaceFile } from './files.ts'
import { readQueryGold, readRelatedGold, readTopicGold } from './gold.ts'

/** Prints how well topics, related papers and search agree with readers, and writes it to docs/evaluation.md. */
const FILE = 'docs/evaluation.md'

const corpus = await readCorpus()
const queries = readQueryGold()
await replaceFile(PAGEFIND_ANSWERS, await askPagefind(corpus.papers, queries))
const evaluation = {
  topics: evaluateTopics(corpus, readTopicGold()),
  related: evaluateRelated(corpus, readRelatedGold()),
  search: evaluateSearch(await answersByEngine(corpus, queries), queries),
}
await replaceFile(FILE, formatEvaluation(evaluation))
console.log(`${formatFigures(evaluation)}\n\n${FILE} written.`)
