import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RECORD_HINT } from './change-record.ts'
import { readGiven } from './files.ts'
import { type BuiltCorpus, buildCorpus } from './pipeline/build-corpus.ts'
import { compareCorpora } from './pipeline/compare-corpora.ts'
import { formatCorpusChanges } from './pipeline/format-corpus-changes.ts'
import { nameListing } from './pipeline/name-listing.ts'
import type { Problem } from './pipeline/problem.ts'
import type { Sources } from './pipeline/read-sources.ts'
import { summariseWarnings } from './pipeline/summarise-warnings.ts'
import { exitWithProblems } from './print-problems.ts'
import { publishedState } from './published-state.ts'
import { readArguments } from './read-arguments.ts'
import { readProject, sourceOptions } from './read-project.ts'
import { projectFolder, runNode } from './run-step.ts'

const USAGE = `Adds saved listing pages, all or none.

  npm run add -- LISTING...            what would change; nothing is written
  npm run add -- LISTING... --write    copies them into data/listings and runs the data step
  npm run add -- LISTING... --json     the same for machines (not with --write)

LISTING is UTF-8 text as a browser copies a listing page. The copy has the same bytes and the name
NNN_<16 hexadecimal digits>.txt: the next number, and the first digits of the SHA-256 of the bytes.
A line that is not understood ends the command with 1.
`

/** A file that was given, and the listing that it is to be. */
interface Coming {
  given: string
  bytes: Uint8Array
  sha256: string
  name: string
  target: string
}

const { values, positionals } = readArguments(
  USAGE,
  {
    ...sourceOptions,
    map: { type: 'string', default: 'data/map.json' },
    out: { type: 'string', default: 'data/generated' },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  [1, Number.POSITIVE_INFINITY],
)
if (values.write && values.json)
  exitWithProblems([
    problemOf(positionals[0] as string, '--json tells what --write would do; give one of them'),
  ])

const sources = await readProject(values)
const coming = readComing(positionals)
// Of no listing at all there is nothing to build.
const before =
  sources.listings.length > 0
    ? build({ ...sources, coming: coming.map(({ target }) => target) })
    : null
const after = build({
  ...sources,
  listings: [
    ...sources.listings,
    ...coming.map(({ target, bytes, sha256 }) => ({ file: target, bytes, sha256 })),
  ],
})
const shown = publishedState(after)
const changes = compareCorpora(
  before ? publishedState(before) : { ...shown, papers: [], permalinks: [] },
  shown,
)
const warnings = after.quality.warnings.filter(
  (warning) => !before?.quality.warnings.includes(warning),
)
if (values.json) {
  const listings = coming.map(({ name }) => name)
  console.log(JSON.stringify({ schema: 2, listings, changes, warnings }, null, 2))
} else {
  for (const { given, name } of coming)
    console.log(`${name} from ${given}: ${recordsOf(name, after)} records, all lines understood`)
  for (const line of formatCorpusChanges(changes)) console.log(line)
  for (const line of summariseWarnings(warnings.map(ofFileAsGiven), 'what --json prints'))
    console.log(line)
  if (values.write) keep()
  else console.log('\nNothing was written; add --write to keep this.')
}

/** The files as they will be named, in the order given. Ends the process if one can't be read or is there already. */
function readComing(files: readonly string[]): Coming[] {
  const names = sources.listings.map((listing) => listing.file)
  const known = new Map(
    sources.listings.map(({ sha256, file }) => [sha256, `are there already as ${file}`]),
  )
  const read: Coming[] = []
  const problems: Problem[] = []
  for (const given of files) {
    const found = readGiven(given)
    if ('problem' in found) {
      problems.push(found.problem)
      continue
    }
    const { bytes } = found
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const same = known.get(sha256)
    if (same) problems.push(problemOf(given, `the same bytes ${same}; there is nothing to add`))
    known.set(sha256, same ?? `were given as ${given}`)
    const name = nameListing(names, sha256)
    names.push(name)
    read.push({ given, bytes, sha256, name, target: join(values.listings, name) })
  }
  return problems.length > 0 ? exitWithProblems(problems) : read
}

function problemOf(file: string, message: string): Problem {
  return { file, line: 1, message }
}

function recordsOf(name: string, { listings }: BuiltCorpus): number {
  return listings.find(({ id }) => `${id}.txt` === name)?.records ?? 0
}

/** Warnings name listings by their ids; those of a new one are told of the file as given, like problems. */
function ofFileAsGiven(warning: string): string {
  const [id = ''] = warning.split(':', 1)
  const given = coming.find(({ name }) => name === `${id}.txt`)?.given
  return given === undefined ? warning : given + warning.slice(id.length)
}

/** Problems of a new listing are told of the file as given: its copy does not exist yet. */
function build(from: Sources): BuiltCorpus {
  const built = buildCorpus(from)
  if (!('problems' in built)) return built
  for (const { given, target } of coming) console.error(`${given} would be ${target}.`)
  const givenAs = new Map(coming.map(({ target, given }) => [target, given]))
  return exitWithProblems(
    built.problems.map((problem) => ({
      ...problem,
      file: givenAs.get(problem.file) ?? problem.file,
    })),
  )
}

function keep(): void {
  const takeBack = () => {
    for (const { target } of coming) rmSync(target, { force: true })
  }
  // A signal also ends the data step, after which this process takes the listings back.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  try {
    mkdirSync(values.listings, { recursive: true })
    for (const { target, bytes } of coming) writeFileSync(target, bytes, { flag: 'wx' })
  } catch (error) {
    takeBack()
    const { message } = error as Error
    exitWithProblems([
      problemOf(
        values.listings,
        `can't be written to: ${message}; make room, or allow to write there`,
      ),
    ])
  }
  const places = (['listings', 'curated', 'registry', 'map', 'out'] as const).flatMap((option) => [
    `--${option}`,
    values[option],
  ])
  const status = runNode([join(projectFolder, 'scripts/build-data.ts'), ...places], {
    folder: process.cwd(),
  })
  if (status !== 0) {
    takeBack()
    process.exit(status)
  }
  const added = coming.map(({ target }) => target).join(', ')
  console.log(
    `\n${added} ${coming.length === 1 ? 'is' : 'are'} added. Read what changed, then go on with docs/maintaining.md.`,
  )
  console.log(RECORD_HINT)
}
