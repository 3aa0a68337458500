import { RECORD_HINT } from './change-record.ts'
import { readGiven, replaceFile } from './files.ts'
import { appendCorrection } from './pipeline/append-correction.ts'
import { type BuiltCorpus, buildCorpus } from './pipeline/build-corpus.ts'
import { compareCorpora } from './pipeline/compare-corpora.ts'
import { decodeText } from './pipeline/decode-text.ts'
import { formatCorpusChanges } from './pipeline/format-corpus-changes.ts'
import { proposeCorrection } from './pipeline/propose-correction.ts'
import { readCorrectionRequest } from './pipeline/read-correction-request.ts'
import { readCorrections, reasonSchema } from './pipeline/read-corrections.ts'
import type { Sources } from './pipeline/read-sources.ts'
import { exitWithProblems } from './print-problems.ts'
import { publishedState } from './published-state.ts'
import { readArguments } from './read-arguments.ts'
import { readProject, sourceOptions } from './read-project.ts'

const USAGE = `Turns what a reader says is wrong into a correction in data/curated/corrections.yaml.

  npm run correct -- FILE             what would change
  npm run correct -- FILE --write     keeps it
  npm run correct -- -                reads from standard input

FILE is the JSON block of "Something wrong?" (id, field, old, new), or a text with one such block
between \`\`\` lines, as an issue has it. \`old\` is a piece of the published title or abstract, \`new\`
what should stand there; $…$ in it is a formula.

  --why TEXT   the reason to keep with it; without one, that a reader said so
`

const { values, positionals, refuse } = readArguments(
  USAGE,
  {
    ...sourceOptions,
    why: { type: 'string', default: 'a reader of the site said so' },
    write: { type: 'boolean', default: false },
  },
  [1, 1],
)
const reason = reasonSchema.safeParse(values.why)
if (!reason.success) refuse(`--why: ${reason.error.issues[0]?.message}.`)
const file = positionals[0] === '-' ? 'standard input' : (positionals[0] as string)
const { request, problems } = readCorrectionRequest(file, readRequestText())
if (!request) exitWithProblems(problems)

const sources = await readProject(values)
const name = `${values.curated}/corrections.yaml`
const yamlText = sources.curated.files['corrections.yaml'] ?? ''
const before = build(sources)
const state = publishedState(before)
const proposed = proposeCorrection(file, request, values.why, {
  papers: before.papers,
  permalinks: state.permalinks,
  curated: readCorrections(yamlText, name).corrections,
})
if (!proposed.correction) exitWithProblems(proposed.problems)

const corrected = appendCorrection(yamlText, proposed.correction)
const after = build({
  ...sources,
  curated: {
    ...sources.curated,
    files: { ...sources.curated.files, 'corrections.yaml': corrected },
  },
})
console.log(`${name}:\n${corrected.slice(yamlText.trimEnd().length).replace(/^\n+/, '')}`)
for (const line of formatCorpusChanges(compareCorpora(state, publishedState(after))))
  console.log(line)

if (values.write) {
  await replaceFile(name, corrected)
  console.log(`\n${name} is changed; run "npm run build" to see it on the site.`)
  console.log(RECORD_HINT)
} else console.log('\nNothing was written; add --write to keep this.')

function readRequestText(): string {
  const given = positionals[0] === '-' ? readGiven(file, 0) : readGiven(file)
  const read = 'problem' in given ? given : decodeText(file, given.bytes)
  return 'problem' in read ? exitWithProblems([read.problem]) : read.text.replace(/^\ufeff/, '')
}

function build(from: Sources): BuiltCorpus {
  const built = buildCorpus(from)
  return 'problems' in built ? exitWithProblems(built.problems) : built
}
