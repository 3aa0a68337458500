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
import { readArguments } from './read-arguments.ts'

const FILE = 'docs/evaluation.md'

const USAGE = `Measures how well topics, related papers and search agree with readers, and how good the map is.

  npm run eval

Reads data/generated and tests/gold, prints the figures, and writes ${FILE} and, in
scripts/evaluate, the answers of Pagefind and the moves of the map. A gate that fails ends it with 1.
It takes minutes.
`

readArguments(USAGE, {}, [0, 0])
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
