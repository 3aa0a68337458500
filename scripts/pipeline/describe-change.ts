import type { Change, CountedPapers } from '../../src/shared/model.ts'
import {
  type CorpusChanges,
  compareCorpora,
  FACTS,
  type PublishedState,
} from './compare-corpora.ts'
import { FRAMES } from './map-frames.ts'

/** Papers named where a change holds for many and their number says enough. */
const NAMED_MAX = 50

/** What changes for readers, in the form that is recorded; all but what only the maintainer knows. */
type ChangeBody = Omit<Change, 'date' | 'from' | 'to' | 'note'>

/** Names that are gone afterwards are kept in it: titles of merged and withdrawn papers, labels of removed topics. */
export function describeChange(
  before: PublishedState,
  after: PublishedState,
  changes: CorpusChanges = compareCorpora(before, after),
): ChangeBody {
  const titles = new Map(before.papers.map(({ id, title }) => [id, title]))
  const labels = new Map(before.topics.map(({ id, label }) => [id, label]))
  const { vocabulary, map } = changes
  return {
    papers: changes.papers,
    listings: compareListings(before, after),
    added: changes.added.map(({ id }) => id),
    merged: changes.moved.map(({ id, into }) => ({ id, title: titles.get(id) ?? id, into })),
    withdrawn: changes.withdrawn.map((id) => ({ id, title: titles.get(id) ?? id })),
    seenAgain: counted(changes.seenAgain.map(({ id }) => id)),
    titles: changes.texts
      .filter(({ field }) => field === 'title')
      .map(({ id, before: old, after: now }) => ({ id, before: old, after: now })),
    abstracts: changes.texts.filter(({ field }) => field === 'abstract').map(({ id }) => id),
    facts: FACTS.map((field) => ({
      field,
      ...counted(changes.facts.filter(({ fields }) => fields.includes(field)).map(({ id }) => id)),
    })).filter(({ papers }) => papers > 0),
    refiled: counted(
      changes.filings.flatMap(({ gained, lost, raised, lowered }) => [
        ...gained,
        ...lost,
        ...raised,
        ...lowered,
      ]),
    ),
    topics: {
      added: vocabulary.added,
      removed: vocabulary.removed.map((id) => ({ id, label: labels.get(id) ?? id })),
      renamed: vocabulary.renamed,
      revised: vocabulary.revised,
    },
    related: changes.related,
    map: {
      added: map.added.length,
      removed: map.removed.length,
      moved: map.moved,
      mean: Math.round((1000 * map.mean) / FRAMES.landscape.width) / 10,
    },
  }
}

function counted(ids: readonly string[]): CountedPapers {
  const named = [...new Set(ids)].sort()
  return { papers: named.length, ids: named.length > NAMED_MAX ? null : named }
}

function compareListings(before: PublishedState, after: PublishedState): Change['listings'] {
  const [was, is] = [listingsIn(before), listingsIn(after)]
  return {
    added: [...is].filter((id) => !was.has(id)).sort(),
    removed: [...was].filter((id) => !is.has(id)).sort(),
  }
}

function listingsIn({ papers }: PublishedState): Set<string> {
  return new Set(papers.flatMap(({ sightings }) => sightings.map(({ listing }) => listing)))
}
