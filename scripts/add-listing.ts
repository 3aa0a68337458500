import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RECORD_HINT } from './change-record.ts'
import { type BuiltCorpus, buildCorpus } from './pipeline/build-corpus.ts'
import { compareCorpora } from './pipeline/compare-corpora.ts'
import { formatCorpusChanges } from './pipeline/format-corpus-changes.ts'
import { nameListing } from './pipeline/name-listing.ts'
import type { Sources } from './pipeline/read-sources.ts'
import { exitWithProblems } from './print-problems.ts'
import { publishedState } from './published-state.ts'
import { readArguments } from './read-arguments.ts'
import { readProject, sourceOptions } from './read-project.ts'
import { projectFolder, runNode } from './run-step.ts'

const USAGE = `Adds a saved listing page.

  npm run add -- LISTING            what would change; nothing is written
  npm run add -- LISTING --write    copies it into data/listings and runs the data step
  npm run add -- LISTING --json     the same for machines (not with --write)

LISTING is UTF-8 text as a browser copies a listing page. The copy has the same bytes and the name
NNN_<16 hexadecimal digits>.txt: the next number, and the first digits of the SHA-256 of the bytes.
A line that is not understood ends the command with 1.
`

const { values, positionals } = readArguments(
  USAGE,
  {
    ...sourceOptions,
    map: { type: 'string', default: 'data/map.json' },
    out: { type: 'string', default: 'data/generated' },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  [1, 1],
)
const file = positionals[0] as string
if (values.write && values.json) refuse('--json tells what --write would do; give one of them')

const sources = await readProject(values)
const bytes = readListing()
const sha256 = createHash('sha256').update(bytes).digest('hex')
const same = sources.listings.find((listing) => listing.sha256 === sha256)
if (same) refuse(`the same bytes are there already as ${same.file}; there is nothing to add`)

const name = nameListing(
  sources.listings.map((listing) => listing.file),
  sha256,
)
const target = join(values.listings, name)
const before = build({ ...sources, coming: target })
const after = build({
  ...sources,
  listings: [...sources.listings, { file: target, bytes, sha256 }],
})
const changes = compareCorpora(publishedState(before), publishedState(after))
const warnings = after.quality.warnings.filter(
  (warning) => !before.quality.warnings.includes(warning),
)
if (values.json)
  console.log(JSON.stringify({ schema: 1, listing: name, changes, warnings }, null, 2))
else {
  console.log(`${name}: ${listed(after)} records, all lines understood`)
  for (const line of formatCorpusChanges(changes)) console.log(line)
  // Of the file as given, like problems.
  for (const warning of warnings)
    console.log(`warning: ${warning.replace(name.slice(0, -'.txt'.length), file)}`)
  if (values.write) keep()
  else console.log('\nNothing was written; add --write to keep this.')
}

function listed({ listings }: BuiltCorpus): number {
  return listings.find(({ id }) => `${id}.txt` === name)?.records ?? 0
}

function readListing(): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    return refuse(`can't be read: ${(error as Error).message}; check the path`)
  }
}

/** Problems of the new listing are told of the file as given: its copy does not exist yet. */
function build(from: Sources): BuiltCorpus {
  const built = buildCorpus(from)
  if (!('problems' in built)) return built
  console.error(`${file} would be ${target}.`)
  return exitWithProblems(
    built.problems.map((problem) => (problem.file === target ? { ...problem, file } : problem)),
  )
}

function keep(): void {
  writeFileSync(target, bytes, { flag: 'wx' })
  const places = (['listings', 'curated', 'registry', 'map', 'out'] as const).flatMap((option) => [
    `--${option}`,
    values[option],
  ])
  const status = runNode([join(projectFolder, 'scripts/build-data.ts'), ...places], {
    folder: process.cwd(),
  })
  if (status !== 0) {
    rmSync(target)
    process.exit(status)
  }
  console.log(`\n${target} is added. Read what changed, then go on with docs/maintaining.md.`)
  console.log(RECORD_HINT)
}

function refuse(message: string): never {
  return exitWithProblems([{ file, line: 1, message }])
}
