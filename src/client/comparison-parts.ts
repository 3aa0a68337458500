import { NUMBER_WORDS } from '../compare/compared-ids.ts'
import { letterOf, nameSet } from '../compare/comparison.ts'
import { type RelatedPair, relatedPairs } from '../compare/related-pairs.ts'
import {
  type ComparedTopicsFile,
  groupTopics,
  sharedPairs,
  type TopicGroup,
  type TopicRow,
} from '../compare/topics-told-apart.ts'
import { groupWords } from '../compare/words-told-apart.ts'
import { counted } from '../shared/facts.ts'
import type { Grade, Paper } from '../shared/model.ts'
import { pairPath, topicPath } from '../shared/paths.ts'
import { element } from './elements.ts'
import { siteHref } from './site-href.ts'

/** Words shown of each set of papers. */
const WORDS = 8
/** Links to pages on two topics. */
const PAIRS = 3

/** Label and hue of a topic by its id. */
export type TopicNames = ReadonlyMap<string, ComparedTopicsFile['topics'][number]>

/** The topics of the papers in a table, and links to the pages on two that several have. */
export function topicParts(
  papers: Paper[],
  names: TopicNames,
  pairs: ComparedTopicsFile['pairs'],
): Node[] {
  const groups = groupTopics(papers)
  if (groups.length === 0) return [element('p', {}, 'None of them is filed under a topic.')]
  const table = element(
    'table',
    { class: 'topics' },
    element('caption', { class: 'sr-only' }, 'Which paper is filed under which topic'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, 'Topic'),
        ...papers.map((_, place) => element('th', { scope: 'col' }, letterOf(place))),
      ),
    ),
    ...groups.map((group) => topicGroup(group, papers.length, names)),
  )
  return [table, ...pairLinks(sharedPairs(groups, pairs, PAIRS), names)]
}

function topicGroup({ papers, topics }: TopicGroup, all: number, names: TopicNames): HTMLElement {
  return element(
    'tbody',
    {},
    element(
      'tr',
      { class: 'group' },
      element('th', { scope: 'rowgroup', colspan: all + 1 }, holdersOf(papers, all)),
    ),
    ...topics.map((topic) => topicRow(topic, names)),
  )
}

function holdersOf(papers: number, all: number): string {
  if (papers === all) return all === 2 ? 'Both' : `All ${NUMBER_WORDS[all]}`
  return papers === 1
    ? 'Only one'
    : `${capital(NUMBER_WORDS[papers] ?? '')} of ${NUMBER_WORDS[all]}`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function topicRow({ id, grades }: TopicRow, names: TopicNames): HTMLElement {
  const { label = id, hue = 0 } = names.get(id) ?? {}
  return element(
    'tr',
    { class: `hue-${hue}` },
    element('th', { scope: 'row' }, element('a', { href: siteHref(topicPath(id)) }, label)),
    ...grades.map((grade) =>
      element(
        'td',
        {},
        grade
          ? element('span', { class: `grade ${grade}` }, GRADES[grade])
          : element('span', { class: 'sr-only' }, 'no'),
      ),
    ),
  )
}

const GRADES: Record<Grade, string> = { main: 'about', also: 'also' }

function pairLinks(pairs: ComparedTopicsFile['pairs'], names: TopicNames): HTMLElement[] {
  if (pairs.length === 0) return []
  const labelOf = (id: string) => names.get(id)?.label ?? id
  return [
    element(
      'ul',
      { class: 'pairs' },
      ...pairs.map(([a, b, papers]) =>
        element(
          'li',
          {},
          element(
            'a',
            { href: siteHref(pairPath(a, b)) },
            `${counted(papers, 'paper')} on both ${labelOf(a)} and ${labelOf(b)}`,
          ),
        ),
      ),
    ),
  ]
}

/** The words that several papers use, and those that set each apart. */
export function wordList(papers: Paper[]): HTMLElement {
  const sets = groupWords(papers, WORDS)
  return element(
    'dl',
    {},
    ...sets.map(({ places, words }) =>
      element(
        'div',
        {},
        element('dt', {}, places.length === 1 ? `Only ${nameSet(places)}` : nameSet(places)),
        element('dd', {}, words.join(', ')),
      ),
    ),
  )
}

/** Which of the papers the site relates, and why. */
export function relatedParts(papers: Paper[], names: TopicNames): Node[] {
  const pairs = relatedPairs(papers)
  const all = (papers.length * (papers.length - 1)) / 2
  const items = pairs.map((pair) => element('li', {}, ...describePair(pair, names)))
  const none =
    pairs.length === 0
      ? `${all === 1 ? 'Neither' : 'None of them'} is among ${all === 1 ? 'the other' : 'another'}’s related papers.`
      : 'No other pair here is related.'
  return [
    ...(items.length > 0 ? [element('ul', {}, ...items)] : []),
    ...(pairs.length < all ? [element('p', {}, none)] : []),
  ]
}

function describePair(
  { places, ranks: [ofB, ofA], topics, terms }: RelatedPair,
  names: TopicNames,
): (Node | string)[] {
  const [a, b] = places.map(letterOf)
  const sentence =
    ofB === null
      ? `${a} is ${ordinal(ofA)} among ${b}’s related papers; ${b} is not among ${a}’s.`
      : ofA === null
        ? `${b} is ${ordinal(ofB)} among ${a}’s related papers; ${a} is not among ${b}’s.`
        : `${b} is ${ordinal(ofB)} among ${a}’s related papers; ${a} is ${ordinal(ofA)} among ${b}’s.`
  const labels = topics.map((id) => names.get(id)?.label ?? id)
  const reasons = [
    labels.length > 0 ? `Topics in common: ${labels.join(', ')}.` : null,
    terms.length > 0 ? `Words in common: ${terms.join(', ')}.` : null,
  ].filter((reason) => reason !== null)
  if (reasons.length === 0) return [sentence]
  return [sentence, ' ', element('span', { class: 'absent' }, reasons.join(' '))]
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

function ordinal(rank: number | null): string {
  return ORDINALS[(rank ?? 0) - 1] ?? `${rank}th`
}
