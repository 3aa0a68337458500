import type { Change, ChangeRecord } from '../../src/shared/model.ts'

const none = { papers: 0, ids: [] }

/** A change of nothing but what is given. */
export function changeOf(given: Partial<Change> = {}): Change {
  return {
    date: '2027-03-14',
    from: '000000000001',
    to: '000000000002',
    note: null,
    papers: { before: 3, after: 3 },
    listings: { added: [], removed: [] },
    added: [],
    merged: [],
    withdrawn: [],
    seenAgain: none,
    titles: [],
    abstracts: [],
    facts: [],
    refiled: none,
    topics: { added: [], removed: [], renamed: [], revised: [] },
    related: 0,
    map: { added: 0, removed: 0, moved: 0, mean: 0 },
    ...given,
  }
}

/** A record that opened without a date. */
export function recordOf(...changes: Change[]): ChangeRecord {
  return {
    opening: { date: null, corpus: '000000000001', papers: 3, listings: 2, note: null },
    changes,
  }
}
