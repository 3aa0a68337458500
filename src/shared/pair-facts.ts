import { counted, twoDigits } from './facts.ts'
import type { Topic } from './model.ts'

/** Meeting this many times as often as by chance is worth saying. */
const RATIO_MIN = 1.5

/** How often two topics meet among `all` papers, and how often they would by chance; a sentence. */
export function meetingSentence(
  shared: number,
  [a, b]: [Pick<Topic, 'main' | 'also'>, Pick<Topic, 'main' | 'also'>],
  all: number,
): string {
  const expected = ((a.main + a.also) * (b.main + b.also)) / all
  const ratio = shared / expected
  const often =
    ratio >= RATIO_MIN ? `, so they occur together ${twoDigits(ratio)} times as often` : ''
  return `${countedAre(shared)} filed under both; chance would predict ${twoDigits(expected)}${often}.`
}

/** How many of the papers on two topics are mainly about each; a sentence. */
export function aboutSentence(first: number, second: number): string {
  return `${countedAre(first)} mainly about the first, ${second} about the second.`
}

/** Why the map has no link for two topics that share so many papers; a sentence. */
export function unjoinedSentence(shared: number, expected: number): string {
  return shared <= expected
    ? 'No more than chance, so no link joins them.'
    : 'Too little above chance to be sure of, so no link joins them.'
}

function countedAre(papers: number): string {
  return `${counted(papers, 'paper')} ${papers === 1 ? 'is' : 'are'}`
}
