import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildRevision, buildWorkingTree } from './built-state.ts'
import {
  CHANGES,
  lastRecordedRevision,
  RECORD_HINT,
  readRecord,
  writeRecord,
} from './change-record.ts'
import { git } from './git.ts'
import { formatChanges } from './pipeline/changes-file.ts'
import { compareCorpora, isUnchanged } from './pipeline/compare-corpora.ts'
import { describeChange } from './pipeline/describe-change.ts'
import { formatCorpusChanges } from './pipeline/format-corpus-changes.ts'
import { type Recorded, recordChange, refuseDate } from './pipeline/record-change.ts'
import { readArguments } from './read-arguments.ts'

const USAGE = `What a rebuild changes for readers.

  npm run diff               since the last tag, or the last commit where there is no tag
  npm run diff -- BASE       since a git revision
  npm run diff -- BASE --json

Builds the data of BASE with the code of BASE, and that of the working tree with its own, both in a
temporary folder, and compares the papers, topics, addresses and map. Nothing is written.

  npm run diff -- --record YYYY-MM-DD [--note TEXT]

Writes it into data/changes.json, from which /about/changes/ is made: all since the commit that last
changed that file, or since BASE. The date is the day of publication. What is recorded but not yet
committed is replaced. The first time it records what there is; "undated" for its date says that the
site was open before.
`

/** For the date of a site that was open before. */
const UNDATED = 'undated'

const { values, positionals } = readArguments(
  USAGE,
  {
    json: { type: 'boolean', default: false },
    record: { type: 'string' },
    note: { type: 'string' },
  },
  [0, 1],
)
if (values.record !== undefined && values.json) stop('--json writes nothing; leave --record out.')
if (values.record === undefined && values.note !== undefined)
  stop('--note is kept with --record; give a date.')
const note = values.note?.trim() || null

const folder = mkdtempSync(join(tmpdir(), 'lectern-diff-'))
process.on('exit', () => rmSync(folder, { recursive: true }))

const recorded = lastRecordedRevision()
if (values.record === undefined || recorded) await tell()
else await open(values.record)

/** Compares, prints, and records if that is asked for. */
async function tell(): Promise<void> {
  const refusal = values.record === undefined ? null : refuseDate(values.record, null)
  if (refusal) stop(refusal)
  const base =
    positionals[0] ?? (values.record === undefined ? null : recorded) ?? lastTag() ?? 'HEAD'
  const revision = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`)
  if (!revision) stop(`"${base}" is no revision of this repository; name a commit, tag or branch.`)
  const [before, after] = [buildRevision(revision, folder), buildWorkingTree(folder)]
  const changes = compareCorpora(before.state, after.state)
  if (values.json) {
    console.log(JSON.stringify({ schema: 1, base, revision, changes }, null, 2))
    return
  }
  console.log(`since ${base} (${revision.slice(0, 12)})`)
  for (const line of formatCorpusChanges(changes)) console.log(line)
  if (values.record === undefined) {
    if (!isUnchanged(changes)) await sayWhetherRecorded(revision, after.hash)
    return
  }
  if (isUnchanged(changes)) stop(`Nothing is recorded; if ${CHANGES} has an entry, restore it.`)
  const published = await readRecord(revision)
  const last = published.changes.at(-1)?.to ?? published.opening?.corpus
  if (last !== before.hash)
    console.log(
      `warning: the record ends at data version ${last ?? 'none'}, but that revision has ${before.hash}; what changed between is not told`,
    )
  await keep(
    recordChange(
      {
        date: values.record,
        from: before.hash,
        to: after.hash,
        note,
        ...describeChange(before.state, after.state, changes),
      },
      { published, committed: await readRecord('HEAD'), known: await readRecord() },
    ),
  )
}

/** Begins the record with what there is. */
async function open(date: string): Promise<void> {
  const refusal = date === UNDATED ? null : refuseDate(date, null)
  if (refusal) stop(`${refusal}, or as "${UNDATED}"`)
  const { state, hash } = buildWorkingTree(folder)
  const listings = new Set(state.papers.flatMap(({ sightings }) => sightings.map((s) => s.listing)))
  const opening = {
    date: date === UNDATED ? null : date,
    corpus: hash,
    papers: state.papers.length,
    listings: listings.size,
    note,
  }
  const record = { opening, changes: [] }
  await keep({ record, isNew: formatChanges(record) !== formatChanges(await readRecord()) })
}

async function keep(result: Recorded): Promise<void> {
  if ('refusal' in result) stop(`${CHANGES}: ${result.refusal}. Nothing is recorded.`)
  if (!result.isNew) {
    console.log(`\n${CHANGES} has that already.`)
    return
  }
  await writeRecord(result.record)
  console.log(`\n${CHANGES} is changed; commit it with what it tells.`)
}

async function sayWhetherRecorded(revision: string, hash: string): Promise<void> {
  const [there, known] = [await readRecord(revision), await readRecord()]
  const isRecorded =
    known.changes.length > there.changes.length && known.changes.at(-1)?.to === hash
  console.log(`\n${isRecorded ? `${CHANGES} tells readers of it.` : RECORD_HINT}`)
}

function lastTag(): string | null {
  return git('describe', '--tags', '--abbrev=0')
}

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}
