import { type CorpusChanges, isUnchanged, type TextChange } from './compare-corpora.ts'
import { formatTopicChanges } from './compare-topics.ts'

/** Characters of unchanged text shown on either side of a change. */
const CONTEXT = 30

/** The changes as lines to read: a line for each kind that there is, and below it the papers or topics. */
export function formatCorpusChanges(changes: CorpusChanges): string[] {
  if (isUnchanged(changes)) return ['Nothing changes for readers.']
  const { papers, vocabulary, map } = changes
  const unfiledNew = changes.added.filter(({ topics }) => topics.length === 0).map(({ id }) => id)
  return [
    `papers: ${papers.before} before, ${papers.after} after`,
    ...section(
      'new',
      changes.added,
      ({ id, title, topics }) => [
        `${id}: ${title}`,
        `  ${topics.length > 0 ? topics.join(', ') : 'no topic'}`,
      ],
      unfiledNew.length > 0 ? `, ${unfiledNew.length} of them without a topic` : '',
    ),
    ...section('merged', changes.moved, ({ id, into }) => [`${id} leads to ${into}`]),
    ...section('withdrawn', changes.withdrawn, (id) => [id]),
    ...section(
      'lost, so that their addresses lead nowhere; bring data/permalinks.json back',
      changes.lost,
      (id) => [id],
    ),
    ...section('seen again', changes.seenAgain, ({ id, listings }) => [
      `${id} in ${listings.join(', ')}`,
    ]),
    ...section('text changed', changes.texts, formatTextChange),
    ...section('facts changed', changes.facts, ({ id, fields }) => [`${id}: ${fields.join(', ')}`]),
    ...section(
      'without a topic any more',
      changes.unfiled.filter((id) => !unfiledNew.includes(id)),
      (id) => [id],
    ),
    ...section('new topic', vocabulary.added, (id) => [id]),
    ...section('topic removed', vocabulary.removed, (id) => [id]),
    ...section('topic renamed', vocabulary.renamed, ({ id, before, after }) => [
      `${id}: ${before} → ${after}`,
    ]),
    ...section('topic revised', vocabulary.revised, (id) => [id]),
    ...formatTopicChanges(changes.filings),
    ...(changes.related > 0 ? [`related papers: changed for ${changes.related}`] : []),
    ...formatMap(map),
  ]
}

function section<T>(
  name: string,
  items: readonly T[],
  format: (item: T) => string[],
  more = '',
): string[] {
  return items.length === 0
    ? []
    : [`${name}: ${items.length}${more}`, ...items.flatMap(format).map((line) => `  ${line}`)]
}

function formatTextChange({ id, field, before, after }: TextChange): string[] {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++
  const cut = (text: string) => {
    const [from, to] = [Math.max(0, start - CONTEXT), text.length - end + CONTEXT]
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
  }
  return [`${id}, ${field}`, `− ${cut(before)}`, `+ ${cut(after)}`]
}

function formatMap({ added, removed, moved, mean, most }: CorpusChanges['map']): string[] {
  return [
    ...section('new on the map', added, (id) => [id]),
    ...section('gone from the map', removed, (id) => [id]),
    ...(moved > 0
      ? [`map: ${moved} topics moved, by ${mean} units in the mean and ${most} at most`]
      : []),
  ]
}
