import { byCodeUnit } from '../../src/shared/code-unit-order.ts'
import type { Paper } from '../../src/shared/model.ts'
import { type Token, tokenize } from '../../src/shared/tokens.ts'
import { mostFrequent } from './find-abbreviations.ts'

/** A phrase that may be worth a place in the vocabulary. */
export interface MinedPhrase {
  /** As most often spelled, in small letters unless it holds an acronym. */
  phrase: string
  /** log₂ of its words · (its frequency − the mean frequency of the longer phrases that hold it). */
  cValue: number
  /** Papers it stands in. */
  papers: number
}

const WORDS_MIN = 2
const WORDS_MAX = 4
const PAPERS_MIN = 4

/** What may stand between the words of one phrase: a blank, a hyphen, a possessive. */
const JOINT = /^(?:\s|[-‐‑]|['’]s\s)$/

const HYPHEN = /[-‐‑]/

/** Words that a phrase may hold inside, but neither begin nor end with. */
const LINKS = new Set(['of', 'in', 'to', 'for', 'on', 'the', 'and', 'with', 'at', 'by'])

/** Words that no phrase holds: they say how something is told, not what. */
const EMPTY = new Set(
  tokenize(`a ability about above achieve achieved achieving across additional address addressing after
    against all allow allowing along also although among an another any approach are art
    artificial as available based be been before being benchmark best better between beyond
    both but can cannot capability challenge challenging code compare compared comparing
    comprehensive computationally consistently could crucial current dataset demonstrate
    demonstrated demonstrating despite develop developed different difficult directly do
    does during each effective effectively efficiently either enable enabling et evaluate
    evaluating even every example exhibit exist existing experiment experimental explore
    exploring extensive extensively find finding first focus focusing following found four
    framework from full fully further furthermore generally give given gpt grained great had
    has have help hence here high higher highlight highly how however human i identify if
    important importantly improve improved improvement improving including increase
    increased increasing increasingly instead interest into introduce introduced introducing
    investigate is issue it itself just key know known lack large largely larger last later
    lead leading leverage leveraging like limited low lower made main mainly make making
    many may mean method might more moreover most much multiple must name need new next no
    non nor not novel now number observe obtain offer often one only open or order other our
    out outperform over overall own paper particular particularly per perform performance
    performing popular possible potential present previous previously prior problem
    promising propose proposed proposing prove provide provided providing publicly purpose
    question quite range rather real recent recently reduce reduced reducing relative
    release released remain require required requiring research result reveal same second
    set several shelf should show showing shown significant significantly similar simple
    simply since single smaller so some specific specifically standard state still strong
    study substantial substantially such suggest superior task than that their them
    themselves then theoretical there therefore these they third this those three through
    thus together traditional trained tuned two typically under understand understanding
    unlike until up upon us use used useful using variety various very via was way we well
    were what when where whether which while whose why wide widely will within without work
    world would yet you your`).map(({ term }) => term),
)

/** Phrases of good words that still name no topic. */
const STOP_PHRASES = new Set([
  'case study',
  'computational cost',
  'computational efficiency',
  'computational resource',
  'natural language',
  'natural language processing',
  'data point',
  'future work',
  'ground truth',
  'language model',
  'large scale',
  'machine learning',
  'deep learning',
  'deep neural network',
  'neural network',
  'long term',
  'time consuming',
  'trade off',
  'end to end',
])

/**
 * Phrases of two to four words within sentences, by C-value (Frantzi, Ananiadou and Mima 2000,
 * "Automatic recognition of multi-word terms"), highest first; none that `isKnown` knows by its
 * folded words. A phrase that mostly stands inside a longer one sinks.
 */
export function minePhrases(
  papers: Pick<Paper, 'title' | 'abstract' | 'sentences'>[],
  isKnown: (terms: string[]) => boolean = () => false,
): MinedPhrase[] {
  const candidates = [...countPhrases(papers)].filter(
    ([, { papers: found }]) => found.size >= PAPERS_MIN,
  )
  const longer = new Map<string, number[]>()
  for (const [key, { frequency }] of candidates)
    for (const inner of innerPhrases(key))
      longer.set(inner, [...(longer.get(inner) ?? []), frequency])
  return candidates
    .filter(([key]) => !STOP_PHRASES.has(key) && !isKnown(key.split(' ')))
    .map(([key, { spellings, frequency, papers: found }]) => {
      const around = longer.get(key) ?? []
      const nested = around.reduce((sum, count) => sum + count, 0) / Math.max(around.length, 1)
      const cValue = Math.log2(key.split(' ').length) * (frequency - nested)
      return { phrase: mostFrequent(spellings), cValue, papers: found.size }
    })
    .filter(({ cValue }) => cValue > 0)
    .sort((a, b) => b.cValue - a.cValue || byCodeUnit(a.phrase, b.phrase))
}

interface Count {
  frequency: number
  papers: Set<number>
  spellings: Map<string, number>
}

function countPhrases(
  papers: Pick<Paper, 'title' | 'abstract' | 'sentences'>[],
): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const [index, { title, abstract, sentences }] of papers.entries())
    for (const text of [title, ...sentences.map(({ start, end }) => abstract.slice(start, end))])
      for (const { key, spelling } of phrasesOf(text)) {
        const count = counts.get(key) ?? { frequency: 0, papers: new Set(), spellings: new Map() }
        count.frequency++
        count.papers.add(index)
        count.spellings.set(spelling, (count.spellings.get(spelling) ?? 0) + 1)
        counts.set(key, count)
      }
  return counts
}

function* phrasesOf(text: string): Generator<{ key: string; spelling: string }> {
  const tokens = tokenize(text)
  for (let start = 0; start < tokens.length; start++) {
    const first = tokens[start] as Token
    // `time scaling` is no phrase of its own in `test-time scaling`.
    if (!isWord(first) || LINKS.has(first.term) || HYPHEN.test(text.charAt(first.start - 1)))
      continue
    for (let end = start + 1; end < Math.min(start + WORDS_MAX, tokens.length); end++) {
      const last = tokens[end] as Token
      if (!isWord(last) || !JOINT.test(text.slice((tokens[end - 1] as Token).end, last.start)))
        break
      if (LINKS.has(last.term) || HYPHEN.test(text.charAt(last.end))) continue
      const key = tokens
        .slice(start, end + 1)
        .map(({ term }) => term)
        .join(' ')
      yield { key, spelling: withoutTitleCase(text.slice(first.start, last.end)) }
    }
  }
}

function isWord({ term }: Token): boolean {
  return !EMPTY.has(term) && !/^\d+$/.test(term) && (term.length > 1 || /[b-rt-z]/.test(term))
}

/** Every shorter phrase inside a phrase, once each. */
function innerPhrases(key: string): Set<string> {
  const terms = key.split(' ')
  const inner = new Set<string>()
  for (let start = 0; start < terms.length; start++)
    for (let end = start + WORDS_MIN; end <= terms.length; end++)
      if (end - start < terms.length) inner.add(terms.slice(start, end).join(' '))
  return inner
}

function withoutTitleCase(words: string): string {
  return words.replace(/\p{L}+/gu, (word) =>
    /\p{Lu}.*\p{Lu}/u.test(word) ? word : word.toLowerCase(),
  )
}
