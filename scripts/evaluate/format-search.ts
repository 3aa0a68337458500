import { share } from './evaluation-tables.ts'
import type { Evaluation } from './gates.ts'
import { familyTable, foundTable, gainTable, secondJudgeTable } from './search-tables.ts'

/** The section of docs/evaluation.md about search. */
export function formatSearch(evaluation: Evaluation): string {
  return `## Search

${gainTable(evaluation)}

${foundTable(evaluation)}

- nDCG@10: Σ (2^grade − 1) / log₂(rank + 1) over the first ten results, divided by what the best order of all
  relevant papers would give ([Järvelin & Kekäläinen 2002](https://doi.org/10.1145/582415.582418), with the gain of
  [Burges et al. 2005](https://doi.org/10.1145/1102351.1102363)). A result that is not judged relevant is wrong.
- success@1: the share of queries whose first result is relevant in either grade. MRR@10: the mean of one over the rank of
  the first relevant result, 0 beyond the tenth. recall@10: the share of all relevant papers among the first ten; where
  there are more than ten it stays below 1.
- *Nothing found* is the share of the foreign queries without any result, *mean results* how many papers the others and
  they get on average. The best are 1 and 0.

| engine | as it is set up |
| --- | :-- |
| Lectern | MiniSearch within its own analysis, tiers and order: \`docs/search.md\` |
| MiniSearch, settings of VitePress | \`fuzzy: 0.2, prefix: true\`, title 4, abstract 2 |
| MiniSearch, defaults | any of the words, whole and spelt alike, both fields alike |
| lunr | title 3; whole stemmed words, then beginnings, then edit distance 1, weighed 100 : 10 : 1 |
| FlexSearch | \`tokenize: 'forward'\`, its preset for English, \`suggest: true\` |
| Pagefind | its own settings; a page for each paper, the title as \`h1\` |

All index title and abstract; \`package.json\` has their versions. lunr is asked as its own benchmark of typing ahead asks
it: on the tune half better than with whole words alone, and as good as with edit distance 2 instead. Of the eleven setups
of FlexSearch tried there, all of parts that its README describes, none has a higher mean of families. Pagefind's answers are kept in
\`scripts/evaluate/pagefind-answers.json\`, which \`npm run eval\` writes anew.

How the queries were made:

${familyTable(evaluation)}

1. Before any search engine was looked at or tried, queries were written as readers would type them, from the titles and
   abstracts alone, and put into the halves in turn. Engines may be tuned on \`tune\` only.
2. For each query, regular expressions over titles and abstracts gathered candidates. One person read and graded all of
   them: 2, the paper's subject or chief means; 1, treated or used. A passing mention counts as not relevant.

3. \`later\`: once the engine was done, another judge, who had read all abstracts and had seen neither the engine nor its
   thesaurus, wrote more queries, most of them paraphrases, each single paper drawn at random from the corpus.
4. \`fresh\`: a third judge did the same once papers had paraphrases and questions were ranked as they are. Asked once before
   anybody read them: paraphrases .778 (.267 without the paraphrases), acronyms .925, topical .966, inflections .949,
   typos .944, and 11 of 12 foreign ones found nothing. After that the least share of a question and the weight of names that
   stand for a part of a topic were chosen with sight of it, and later how much the paraphrases of topics count, and that only
   questions use free paraphrases.
5. \`fourth\`: a fourth judge did the same once topics had paraphrases. Asked once before anybody read them, and before there were
   free paraphrases: mean of queries .913, paraphrases .889 (.564 without those of papers), acronyms .930, topical .974,
   inflections .857, typos .917, unfinished .866, known .985, and 7 of 8 foreign ones found nothing. Since then no weight was
   chosen with sight of it; it was printed some ten times while free paraphrases and means that were left out were tried.

How far judges agree. Two more readers graded the held-out queries, half of them each: what the first judge found and the
best ten of each engine, in random order, without sight of grades and engines. The last row scores the order that the first
judge's grades give as if an engine had answered so; what one reader finds is about the most that can be asked of an engine
by another:

${secondJudgeTable(evaluation)}

The other way round, the second judges' order scores ${share(evaluation.search.second.secondJudge.figures.ndcg.value)} by the first judge's grades, who graded fewer papers relevant.

What this does not show:

- **The other parts were looked at.** Figures of \`held-out\` and \`later\` were printed beside those of \`tune\` while rules for
  foreign queries and common words were compared. None was kept for their sake alone. The weights for questions were chosen on
  \`tune\` and \`later\`; \`held-out\` was printed five times meanwhile, and two dozen times while topics were paraphrased
  and free paraphrases written. Forms of words that are told apart more finely were left out, their figures for it among
  the reasons.
- The thesaurus of everyday words and the paraphrases were written by people who had read the abstracts, most of it without
  sight of any query here. So they know this corpus. A listing that comes later has no paraphrases until somebody writes
  them, but those of its topics; the rows *without paraphrases* say what search is like then.
- One person wrote the queries of a part, gathered the candidates and graded them; others graded the held-out queries only. A
  relevant paper whose wording no expression foresaw counts as wrong, for every engine alike.
- Some subjects stand in both halves, in different words: differential privacy, mixture of experts, hallucination and
  others. So the held-out half is new in its queries, not always in what they are about.
- A family has 6 to 15 queries in most parts: one query moves its mean by several hundredths. Compare means with their intervals.
- Nobody's real queries are among them; the families are weighed as the author chose to.
`
}
