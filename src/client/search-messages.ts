import type { Answer, SearchState } from '../search/model.ts'
import { counted, groupDigits } from '../shared/facts.ts'
import { groupBy } from '../shared/group-by.ts'
import { topicPath } from '../shared/paths.ts'
import { hasFilters, withoutFilters } from './chosen-filters.ts'
import { element, part } from './elements.ts'
import { siteHref } from './site-href.ts'
import { stateLink } from './state-link.ts'

const QUOTES = /["“”„«»＂]/g
/** More than one word in quotation marks. */
const PHRASE = /["“”„«»＂][^"“”„«»＂]*[\p{L}\p{N}]\s+[\p{L}\p{N}]/u

/** Sentences above the results: what was understood, what was widened, what was not found. */
export function messagesFor(
  answer: Answer,
  state: SearchState,
  then: number | null,
): HTMLElement[] {
  return [
    then === null || !answer.complete ? null : comparison(then, answer.total),
    // Titles alone don't tell which words papers have.
    answer.complete ? spelling(answer, state) : null,
    question(answer, state),
    ...expansions(answer, state),
    state.exact ? exactness(state) : null,
    ...answer.notices.map(({ start, end, message }) =>
      element('p', {}, element('q', {}, state.q.slice(start, end)), ` ${message}`),
    ),
    // With no result at all, the whole query is named as what nothing is close to.
    answer.complete && answer.total > 0 && answer.unknown.length > 0
      ? unknownWords(answer.unknown)
      : null,
    answer.complete && answer.total > 0 && answer.alone.length > 0
      ? element(
          'div',
          { class: 'named-topics' },
          'Each part alone: ',
          element('ul', {}, ...partItems(answer, state)),
        )
      : null,
    answer.total > 0 && answer.suggestedTopics.length > 0 ? topicsNamed(answer) : null,
  ].filter((message) => message !== null)
}

/** Says in the panel for it that nothing was found, and what to go on with. */
export function describeNone(root: ParentNode, answer: Answer, state: SearchState): void {
  const { seeks, suggestedTopics, alone } = answer
  const { q } = state
  const named = q.search(QUOTES) >= 0 ? q : `“${q}”`
  const loose = { ...state, q: q.replaceAll(QUOTES, ''), page: 1 }
  part(root, 'none-text').replaceChildren(
    q === '' ? 'No papers' : seeks ? `Nothing close to ${named}` : `No papers match ${named}`,
    hasFilters(state) ? ' with these filters. ' : '. ',
    hasFilters(state) ? stateLink(withoutFilters(state), 'Search without filters') : '',
    !hasFilters(state) && PHRASE.test(q) ? stateLink(loose, 'Search without quotation marks') : '',
  )
  part(root, 'none-alone').hidden = alone.length === 0
  part(root, 'none-parts').replaceChildren(...partItems(answer, state))
  part(root, 'none-topics').replaceChildren(...topicLinks(suggestedTopics))
  part(root, 'none-hint').hidden = suggestedTopics.length === 0
}

function partItems({ alone }: Answer, state: SearchState): HTMLElement[] {
  return alone.map(({ q, count }) =>
    element(
      'li',
      {},
      stateLink({ ...state, q, page: 1 }, q),
      ' ',
      element('span', { class: 'count' }, counted(count, 'paper')),
    ),
  )
}

function topicLinks(topics: Answer['suggestedTopics']): HTMLElement[] {
  return topics.map(({ id, label, count }) =>
    element(
      'li',
      {},
      element('a', { href: siteHref(topicPath(id)) }, label),
      ' ',
      element('span', { class: 'count' }, counted(count, 'paper')),
    ),
  )
}

/** `12 papers`, and `No papers found` for none. */
export function paperCount(total: number): string {
  return total === 0 ? 'No papers found' : counted(total, 'paper')
}

/** What a count of papers leaves open: how many of them match only some words; of a question none needs all. */
export function partlyText({ total, counts, isQuestion }: Answer): string {
  const { some } = counts
  if (isQuestion || some === 0) return ''
  const verb = some === 1 ? 'matches' : 'match'
  return some === total
    ? `${verb} some of your words`
    : `and ${groupDigits(some)} that ${verb} some of your words`
}

/** Those of an answer that match all that was asked, or all there are where none does. */
export function matchCount({ total, counts, isQuestion }: Answer): number {
  return isQuestion || counts.some === total ? total : total - counts.some
}

function comparison(then: number, total: number): HTMLElement {
  return element(
    'p',
    {},
    then === total
      ? `${paperCount(then)}, as when this search was recorded.`
      : `${paperCount(then)} when this search was recorded, ${total} now.`,
  )
}

function spelling({ didYouMean }: Answer, state: SearchState): HTMLElement | null {
  if (!didYouMean) return null
  const corrected = { ...state, q: didYouMean.query, page: 1 }
  if (!didYouMean.applied)
    return element('p', {}, 'Did you mean ', stateLink(corrected, didYouMean.query), '?')
  return element(
    'p',
    {},
    'Showing results for ',
    stateLink(corrected, didYouMean.query),
    didYouMean.alone ? '. ' : ' and spellings near it. ',
    stateLink({ ...state, exact: true, page: 1 }, 'Search exactly as typed'),
  )
}

function question(
  { isQuestion, total, expansions }: Answer,
  state: SearchState,
): HTMLElement | null {
  if (!isQuestion || total === 0) return null
  const text = 'Read as a question: papers that answer most of it come first. '
  return expansions.length > 0 ? element('p', {}, text) : element('p', {}, text, asTyped(state))
}

function asTyped(state: SearchState): HTMLElement {
  const link = stateLink({ ...state, exact: true, page: 1 }, 'Only as typed')
  link.className = 'no-print'
  return link
}

function expansions(
  { expansions: found, total, complete }: Answer,
  state: SearchState,
): HTMLElement[] {
  // Where nothing is found, to leave them out would find no more.
  if (found.length === 0 || (complete && total === 0)) return []
  const list = [...groupBy(found, ({ asked }) => asked)]
    .map(([asked, meanings]) => `${meanings.map(({ also }) => also).join(', ')} (for ${asked})`)
    .join('; ')
  return [element('p', {}, `Also searching: ${list}. `, asTyped(state))]
}

function exactness(state: SearchState): HTMLElement {
  return element(
    'p',
    {},
    'Searching only for the words as typed. ',
    stateLink({ ...state, exact: false, page: 1 }, 'Other forms and meanings too'),
  )
}

function unknownWords(words: string[]): HTMLElement {
  const named = words.map((word) => `“${word}”`).join(', ')
  return element('p', {}, `No paper contains ${named}.`)
}

function topicsNamed({ suggestedTopics }: Answer): HTMLElement {
  return element(
    'div',
    { class: 'named-topics' },
    suggestedTopics.length === 1 ? 'Topic ' : 'Topics ',
    element('ul', {}, ...topicLinks(suggestedTopics)),
  )
}
