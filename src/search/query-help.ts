import type { ExampleTerms } from './example-terms.ts'

/** A query that a reader can try, and what its form means. */
export interface Example {
  example: string
  says: string
}

/**
 * The forms of the query language, for the help sheet: of each form examples to choose from, those written for the papers
 * here first, then those made of any corpus's own terms. Only one that finds something is fit to be shown.
 */
export function queryHelp(terms: ExampleTerms): Example[][] {
  const { topics, areas, words, phrases, questions, listings, accounts, years } = terms
  const pairs = words.flatMap((a) => words.filter((b) => b !== a).map((b) => [a, b] as const))
  const form = (says: string, ...examples: string[]): Example[] =>
    examples.map((example) => ({ example, says }))
  const without = (word: string, other: string, third: string): Example => ({
    example: `${word} -${other}`,
    says: `without a word; also ${word} NOT ${other}, and -(${other} ${third}) without either`,
  })
  return [
    form('both words, in any form and order', 'speculative decoding', ...phrases),
    form(
      'a question in your own words: papers that answer most of it come first',
      'can a chatbot help me shop online',
      ...questions,
    ),
    form('these words side by side, spelled just so', '"theory of mind"', ...phrases.map(quoted)),
    [
      without('pruning', 'attention', 'vision'),
      ...pairs.flatMap(([a, b]) =>
        words.filter((c) => c !== a && c !== b).map((c) => without(a, b, c)),
      ),
    ],
    form(
      'without a phrase',
      'reasoning -"chain of thought"',
      ...words.flatMap((word) => phrases.map((phrase) => `${word} -${quoted(phrase)}`)),
    ),
    form('one or the other', 'bayesian OR variational', ...pairs.map(([a, b]) => `${a} OR ${b}`)),
    form('in the title only', 'title:survey', ...words.map((word) => `title:${word}`)),
    form(
      'one field for all within brackets',
      'title:(survey OR benchmark)',
      ...pairs.map(([a, b]) => `title:(${a} OR ${b})`),
    ),
    form(
      'in the abstract only',
      ...['we propose', 'we show', 'we present', 'we study'].map(
        (phrase) => `abstract:${quoted(phrase)}`,
      ),
      ...words.map((word) => `abstract:${word}`),
    ),
    form(
      'filed under a topic, mainly or also, by its id, a name or abbreviation, or how its words begin',
      'topic:speculative-decoding',
      ...topics.map(({ id }) => `topic:${id}`),
    ),
    form(
      'filed in an area, by words of its name',
      'area:theory',
      ...areas.map((word) => `area:${word}`),
    ),
    form(
      'in one listing',
      'listing:003 quantization',
      ...listings.flatMap((name) => words.map((word) => `listing:${name} ${word}`)),
    ),
    form('from an organisation', 'org:qwen', ...accounts.map((name) => `org:${name}`)),
    [
      ...form(
        'in these years; also year:2024, year:2024.., year:..2023',
        'year:2023..2025 hallucination',
      ),
      ...datedWords(words, years).map((example) => ({
        example,
        says: 'by date: one year, or years from one to another, of which either may be left out',
      })),
    ],
    form(
      'with a link to code, data, a model or a project page',
      'has:code pruning',
      ...['code', 'data', 'model', 'project'].map((kind) => `has:${kind}`),
    ),
    [
      ...form('where the source gives no date; also authors, org, resources', 'missing:date'),
      ...form(
        'where the source names no organisation; also date, authors, resources',
        'missing:org',
      ),
    ],
  ]
}

/** What the home page offers: a subject, a question, and a range of years, each with examples to choose from. */
export function homeExamples({
  topics,
  words,
  phrases,
  questions,
  years,
}: ExampleTerms): string[][] {
  return [
    ['speculative decoding', ...topics.map(({ label }) => label), ...phrases],
    ['how sure is a model about its answers', ...questions],
    ['hallucination year:2024..2025', ...datedWords(words, years), ...words],
  ]
}

function datedWords(words: string[], years: [number, number] | null): string[] {
  if (!years) return []
  const [first, last] = years
  const range = first === last ? first : `${first}..${last}`
  return words.map((word) => `year:${range} ${word}`)
}

function quoted(phrase: string): string {
  return `"${phrase}"`
}
