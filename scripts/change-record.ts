import type { ChangeRecord } from '../src/shared/model.ts'
import { readTextFile, replaceFile } from './files.ts'
import { git } from './git.ts'
import { formatChanges, parseChanges } from './pipeline/changes-file.ts'
import { exitWithProblems } from './print-problems.ts'

/** Where changes are recorded, in the folder of the project. */
export const CHANGES = 'data/changes.json'

/** How a maintainer records what changes; printed where something just did. */
export const RECORD_HINT = `To tell readers, once it is as it shall be: npm run diff -- --record YYYY-MM-DD (the day you publish)`

/** The record in the working tree, or of a git revision, where none is an empty one. Ends the process if it is broken. */
export async function readRecord(revision: string | null = null): Promise<ChangeRecord> {
  const text = revision ? git('show', `${revision}:./${CHANGES}`) : await readTextFile(CHANGES)
  const { record, problems } = parseChanges(revision ? `${revision}:${CHANGES}` : CHANGES, text)
  return problems.length > 0 ? exitWithProblems(problems) : record
}

export function writeRecord(record: ChangeRecord): Promise<void> {
  return replaceFile(CHANGES, formatChanges(record))
}

/** The commit as of which the record tells all; null if none is committed. */
export function lastRecordedRevision(): string | null {
  const isCommitted = git('cat-file', '-e', `HEAD:./${CHANGES}`) !== null
  return isCommitted ? git('log', '-1', '--format=%H', '--', CHANGES) : null
}
