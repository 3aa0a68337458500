import { evaluateCorpus } from './evaluate/evaluate-corpus.ts'
import { formatEvaluation, formatFigures } from './evaluate/format-evaluation.ts'
import { describeFailure, GATES, holds } from './evaluate/gates.ts'
import { judgedCorpus } from './evaluate/judged-corpus.ts'
import { MAP_MOVES, measureMapMoves } from './evaluate/map-moves.ts'
import { askPagefind, PAGEFIND_ANSWERS } from './evaluate/pagefind-answers.ts'
import { presentGold } from './evaluate/present-gold.ts'
import { readCorpus, readKnownMap } from './evaluate/read-corpus.ts'
import { replaceFile } from './files.ts'
import { readGold } from './gold.ts'
import { exitWithProblems } from './print-problems.ts'

/** Prints how well topics, related papers and search agree with readers and how good the map is; writes docs/evaluation.md. Ends with 1 if a gate fails. */
const FILE = 'docs/evaluation.md'

const corpus = await readCorpus()
const { gold, problems } = presentGold(readGold(), corpus.registry, corpus.topics)
if (problems.length > 0) exitWithProblems(problems)
await replaceFile(PAGEFIND_ANSWERS, await askPagefind(judgedCorpus(corpus).papers, gold.queries))
const known = await readKnownMap()
const moves = await measureMapMoves(corpus, known)
await replaceFile(MAP_MOVES, `${JSON.stringify(moves, null, 2)}\n`)
const evaluation = await evaluateCorpus(corpus, gold, known, moves)
await replaceFile(FILE, formatEvaluation(evaluation))
console.log(`${formatFigures(evaluation)}\n\n${FILE} written.`)
const failing = GATES.filter((gate) => !holds(gate, evaluation))
for (const gate of failing) console.error(`gate fails: ${describeFailure(gate, evaluation)}`)
if (failing.length > 0) {
  console.error('docs/maintaining.md says more: "When a gate fails".')
  process.exitCode = 1
}
