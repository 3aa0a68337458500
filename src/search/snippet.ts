import type { Span } from '../shared/model.ts'
import { analyse, compounds, formKey, placesOf, type Word } from './analyse.ts'
import type { PaperTexts } from './index-files.ts'
import type { FoundBy, Snippet } from './model.ts'
import type { NameFinder } from './names.ts'

/** Length that a snippet is to have, in characters. */
const LENGTH = 260
const SENTENCE_END =
  /[.!?…؟۔।॥]["'”’)\]]*\s+(?=["'“‘(]?[\p{Lu}\p{Lo}\d])|[。！？｡]+(?![。！？｡"'”’)\]）」』】》])/gu

/**
 * The run of sentences of an abstract, up to about 260 characters, that has most parts of the query, a phrase for as many
 * as it has words, and where these stand in it. Names and phrases are marked as a whole, names in any of their forms.
 */
export function cutSnippet(
  id: string,
  [abstract, ...paraphrases]: PaperTexts,
  { terms, paraphrased }: FoundBy,
  names: NameFinder,
): Snippet {
  const marks = findMarks(abstract, terms, names)
  const starts = [
    0,
    ...[...abstract.matchAll(SENTENCE_END)].map(({ 0: end, index }) => index + end.length),
  ]
  const ends = [...starts.slice(1), abstract.length]
  let best = { start: 0, end: ends[0] ?? abstract.length, found: -1 }
  for (const [at, start] of starts.entries()) {
    let last = at
    while (last + 1 < ends.length && (ends[last + 1] as number) - start <= LENGTH) last++
    const end = Math.min(ends[last] as number, start + 2 * LENGTH)
    const within = marks.filter((mark) => mark.start >= start && mark.end <= end)
    const worth = new Map<number, number>()
    for (const term of within.flatMap((mark) => mark.terms))
      for (const part of terms.get(term) ?? []) worth.set(part, term.split(' ').length)
    const found = [...worth.values()].reduce((sum, own) => sum + own, 0) * 100 + within.length
    if (found > best.found) best = { start, end, found }
  }
  const text = abstract.slice(best.start, best.end).trimEnd()
  return {
    id,
    text,
    marks: marks
      .filter(({ start, end }) => start >= best.start && end <= best.start + text.length)
      .map(({ start, end }) => ({ start: start - best.start, end: end - best.start })),
    cutBefore: best.start > 0,
    cutAfter: best.start + text.length < abstract.trimEnd().length,
    paraphrase: paraphrased && chooseParaphrase(paraphrases, paraphrased),
  }
}

/** The paraphrase with the most of the words that stand in paraphrases only, then of all. */
function chooseParaphrase(
  paraphrases: string[],
  { only, keys }: NonNullable<FoundBy['paraphrased']>,
): Snippet['paraphrase'] {
  let best = { text: '', marks: [] as Span[], worth: 0 }
  for (const text of paraphrases) {
    const found = analyse(text).flatMap(({ start, end, term }) => {
      const key = formKey(term)
      return keys.has(key) ? [{ start, end, key }] : []
    })
    const own = new Set(found.map(({ key }) => key))
    const marks = found.map(({ start, end }) => ({ start, end }))
    const worth = [...own].reduce((sum, key) => sum + (only.get(key) ?? 0), 0)
    if (worth > best.worth || (worth === best.worth && marks.length > best.marks.length))
      best = { text, marks, worth }
  }
  return best.text === '' ? null : { text: best.text, marks: best.marks }
}

interface Mark extends Span {
  terms: string[]
}

/**
 * Where terms stand in a text, as words, compounds, phrases or names, in order; of those that overlap, the longer. What
 * everyday words lead to is marked where nothing else is.
 */
export function findMarks(
  text: string,
  terms: ReadonlyMap<string, unknown>,
  names: NameFinder,
): Mark[] {
  const words = analyse(text)
  const marks: Mark[] = [...words, ...compounds(text, words)]
    .filter(({ term }) => terms.has(term))
    .reduce(joinPairs, [])
  for (const phrase of terms.keys())
    if (phrase.includes(' '))
      marks.push(...placesOf(phrase, words).map((place) => ({ ...place, terms: [phrase] })))
  const row = words.map(({ term }) => term)
  for (const { first, last, name } of names.findAll(row))
    if (terms.has(name.term) && !name.term.startsWith('~'))
      marks.push({
        start: words[first]?.start ?? 0,
        end: words[last]?.end ?? 0,
        terms: [name.term],
      })
  const kept: Mark[] = []
  keepApart(kept, marks)
  keepApart(kept, findPhrases(words, terms))
  return kept.sort((a, b) => a.start - b.start)
}

/** Where words stand together, in any form, that an everyday word leads to; one of them alone is nothing to mark. */
function findPhrases(words: Word[], terms: ReadonlyMap<string, unknown>): Mark[] {
  const keys = words.map(({ term }) => formKey(term))
  const phrases = [...terms.keys()].filter((term) => term.startsWith('"'))
  return phrases.flatMap((phrase) => {
    const own = phrase.slice(1).split('_')
    return words.flatMap(({ start }, at) => {
      const end = words[at + own.length - 1]?.end
      const isThere = own.every((key, step) => key === keys[at + step])
      return isThere && end !== undefined ? [{ start, end, terms: [phrase] }] : []
    })
  })
}

/** Adds a mark for a word; one that overlaps the word before, as pairs of Chinese characters do, goes on with its mark. */
function joinPairs(marks: Mark[], { start, end, term }: Word): Mark[] {
  const last = marks.at(-1)
  const goesOn = last && last.start < start && start < last.end
  if (goesOn) marks.splice(-1, 1, { start: last.start, end, terms: [...last.terms, term] })
  else marks.push({ start, end, terms: [term] })
  return marks
}

/** Adds marks that overlap none, of those that overlap each other the longer; one that overlaps stands for the others too. */
function keepApart(kept: Mark[], marks: Mark[]): void {
  const byLength = [...marks].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  )
  for (const mark of byLength) {
    const other = kept.find(({ start, end }) => start < mark.end && mark.start < end)
    if (other) other.terms.push(...mark.terms)
    else kept.push(mark)
  }
}
