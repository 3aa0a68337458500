import { ALSO_MIN } from './assign-topics.ts'
import type { VocabularyReview } from './review-vocabulary.ts'

const REASONS: Record<VocabularyReview['rejected'][number]['reason'], string> = {
  unlikely: ` below ${ALSO_MIN}`,
  unfiled: ', but nothing is likely enough to be what the paper is about',
  crowded: ', but the paper has all the topics it may have',
}

/** The review as lines of plain text; each section shows at most `most` of its entries. */
export function formatReview(review: VocabularyReview, most: number): string[] {
  const section = (title: string, hint: string, entries: string[]) => [
    `${title} (${entries.length})`,
    ...(entries.length > 0 ? [hint] : []),
    ...entries.slice(0, most).map((entry) => `  ${entry}`),
    ...(entries.length > most ? [`  … ${entries.length - most} more; see all with --all`] : []),
    '',
  ]
  return [
    ...section(
      'Phrases not in the vocabulary',
      'C-value, papers, phrase. A subject that recurs deserves an alias or a topic.',
      review.phrases.map(
        ({ phrase, cValue, papers }) =>
          `${cValue.toFixed(1).padStart(6)} ${String(papers).padStart(4)}  ${phrase}`,
      ),
    ),
    ...section(
      'Abbreviations not in the vocabulary',
      'Papers that define it, short form, long form.',
      review.abbreviations.map(
        ({ short, long, papers }) => `${String(papers).padStart(4)}  ${short}: ${long}`,
      ),
    ),
    ...section(
      'Papers without a topic',
      'Paper, and the words that set it apart.',
      review.unfiled.map(({ id, words }) => `${id}: ${words.join(', ')}`),
    ),
    ...section(
      'Papers with only one topic',
      'Paper, its topic, and how likely the next one was.',
      review.single.map(({ id, topic, next }) =>
        next
          ? `${id}: ${topic}; next ${next.topic} ${decimals(next.likelihood)}`
          : `${id}: ${topic}`,
      ),
    ),
    ...section(
      'Topics too small',
      'Fewer than 3 papers are about it: merge it, or give it the aliases it lacks.',
      review.small.map(({ topic, main }) => `${topic}: ${main}`),
    ),
    ...section(
      'Topics too large',
      'More than a fifth of all papers are about it: split it.',
      review.large.map(({ topic, share }) => `${topic}: ${Math.round(share * 100)} %`),
    ),
    ...section(
      'Rejected: excluded by a phrase',
      'Every mention of the topic overlaps one of its exclusions.',
      review.excluded.map(
        ({ topic, id, phrase, excludedBy }) =>
          `${topic}: "${phrase}" in ${id}, excluded by "${excludedBy}"`,
      ),
    ),
    ...section(
      'Rejected: not likely enough',
      'The nearest misses come first; a wrong one wants an alias or a word of context.',
      review.rejected.map(
        ({ topic, id, phrase, likelihood, reason }) =>
          `${topic}: "${phrase}" in ${id}, likelihood ${decimals(likelihood)}${REASONS[reason]}`,
      ),
    ),
    ...section(
      'Aliases that never occur',
      'Harmless, but they may be misspelled.',
      review.silent.map(({ topic, phrase }) => `${topic}: ${phrase}`),
    ),
  ].slice(0, -1)
}

function decimals(likelihood: number): string {
  return likelihood.toFixed(2)
}
