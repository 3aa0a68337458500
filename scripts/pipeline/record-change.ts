import { z } from 'astro/zod'
import type { Change, ChangeRecord } from '../../src/shared/model.ts'
import { lastDate } from './changes-file.ts'
import { isSame } from './compare-corpora.ts'

/** A record with one more entry; `isNew` is false if it had just that already. */
export type Recorded = { record: ChangeRecord; isNew: boolean } | { refusal: string }

/**
 * Appends what changed since a revision. `published` is the record of that revision, `committed` that
 * of the last commit, `known` that of the working tree. Entries that are committed stay as they are;
 * one that is not yet is replaced, since all that changed since the revision is one change.
 */
export function recordChange(
  change: Change,
  { published, committed, known }: Record<'published' | 'committed' | 'known', ChangeRecord>,
): Recorded {
  const since = committed.changes.length - published.changes.length
  if (since > 0)
    return {
      refusal: `${since} of the changes since that revision ${since === 1 ? 'is' : 'are'} recorded and committed already; leave the revision out, or name a later one`,
    }
  if (!isSame(published.opening, known.opening) || !startsAs(known, published))
    return { refusal: 'the entries of that revision are not all there any more; restore the file' }
  const refusal = refuseDate(change.date, lastDate(published))
  if (refusal) return { refusal }
  const record = { opening: known.opening, changes: [...published.changes, change] }
  return { record, isNew: !isSame(record, known) }
}

/** Why a date given by the maintainer can't be that of the next entry; null if it can. */
export function refuseDate(date: string, last: string | null): string | null {
  if (!z.iso.date().safeParse(date).success)
    return `"${date}" is no date; give the day of publication as YYYY-MM-DD`
  return last !== null && date < last ? `${date} is before ${last}, the last entry` : null
}

function startsAs(known: ChangeRecord, { changes }: ChangeRecord): boolean {
  return isSame(known.changes.slice(0, changes.length), changes)
}
