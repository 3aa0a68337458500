import type { JudgedQuery } from '../gold.ts'
import { readPagefindAnswers } from './pagefind-answers.ts'
import { rankWithFlexSearch } from './rank-with-flexsearch.ts'
import { rankWithAndWithoutParaphrases } from './rank-with-lectern.ts'
import { rankWithLunr } from './rank-with-lunr.ts'
import { rankAsVitePress, rankWithMiniSearch } from './rank-with-minisearch.ts'
import { PAGEFIND } from './rank-with-pagefind.ts'
import { type Answers, answersOf, type Ranker } from './ranker.ts'
import type { PaperCorpus } from './read-corpus.ts'

/** The search engines that are compared, in the order of the tables. */
function rankersOf(corpus: PaperCorpus): Ranker[] {
  const { papers } = corpus
  return [
    ...rankWithAndWithoutParaphrases(corpus),
    rankAsVitePress(papers),
    rankWithMiniSearch(papers),
    rankWithLunr(papers),
    rankWithFlexSearch(papers),
  ]
}

/** What every engine answers to the queries, by its name. Pagefind's answers are read, not asked for. */
export async function answersByEngine(
  corpus: PaperCorpus,
  queries: JudgedQuery[],
): Promise<Map<string, Answers>> {
  const answers = new Map<string, Answers>()
  for (const ranker of rankersOf(corpus)) answers.set(ranker.name, await answersOf(ranker, queries))
  return answers.set(PAGEFIND, readPagefindAnswers(corpus.papers, queries))
}
