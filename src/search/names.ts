import { groupBy } from '../shared/group-by.ts'
import type { Grade } from '../shared/model.ts'
import { formKey } from './analyse.ts'

/**
 * A name that leads to a term which all papers have that mean it, however they write it: `#` and the id
 * of a topic, `=` and the long form of an abbreviation, `~` and the words that an everyday word leads to.
 */
export interface Name {
  /** As analysed, with blanks between the words. */
  words: string
  term: string
  /** How a reader would write it. */
  label: string
  /** Of a topic's further names, which no paper need have: whether it is of the whole, or of something within. */
  further?: 'whole' | 'part'
  /** Whether everyday words lead to it. */
  isEveryday?: true
}

/** The term of all papers filed under a topic in a grade. */
export function topicTerm(id: string, grade: Grade): string {
  return `${grade === 'main' ? '#' : '+'}${id}`
}

/** The term of all papers in which the words of a name stand next to each other, in any form. */
export function phraseTerm(words: string): string {
  return `"${words.split(' ').map(formKey).join('_')}`
}

/** A name that stands in a text, at words `first` to `last` of it. */
export interface NamedSpan {
  first: number
  last: number
  name: Name
  /** Whether the last word is only begun. */
  unfinished: boolean
}

/** Letters that a begun last word of a name must have; of a name written as one word, five and two beyond its first word. */
const BEGUN_MIN = 2
const JOINED_MIN = 5

/** The names that are written alike: everyday words lead to several. */
interface KnownNames {
  names: Name[]
  words: string[]
  keys: string[]
}

/** Finds names in a row of words, whatever their number and ending. */
export class NameFinder {
  /** By the first two keys, or the only one: few names share these, and texts are long. */
  readonly #byStart = new Map<string, KnownNames[]>()
  readonly #byFirstKey = new Map<string, KnownNames[]>()
  /** Those of several words, by the first letters of these as one. */
  readonly #byLetters = new Map<string, KnownNames[]>()

  constructor(names: Name[]) {
    for (const [written, alike] of groupBy(names, ({ words }) => words)) {
      const words = written.split(' ')
      const keys = words.map(formKey)
      const known = { names: alike, words, keys }
      this.#add(known)
      if (words.length > 1) push(this.#byLetters, firstLetters(words.join('')), known)
      // "Exiting early" asks for early exit.
      if (keys.length === 2 && keys[0] !== keys[1])
        this.#add({ names: alike, words: words.toReversed(), keys: keys.toReversed() })
    }
  }

  #add(known: KnownNames): void {
    push(this.#byStart, known.keys.slice(0, 2).join(' '), known)
    push(this.#byFirstKey, known.keys[0] as string, known)
  }

  /** All names in a row of words, one inside another too. */
  findAll(words: string[]): NamedSpan[] {
    const keys = words.map(formKey)
    const found: NamedSpan[] = []
    for (const [first, key] of keys.entries())
      for (const start of [key, `${key} ${keys[first + 1] ?? ''}`])
        for (const { names, keys: own } of this.#byStart.get(start) ?? [])
          if (own.every((one, step) => one === keys[first + step]))
            for (const name of names)
              found.push({ first, last: first + own.length - 1, name, unfinished: false })
    return found
  }

  /** The names in a row of words, of two that overlap the longer; with `growing` the last word may be begun. */
  find(words: string[], growing = false): NamedSpan[] {
    const found = this.findAll(words)
    if (growing) found.push(...this.#findBegun(words), ...this.#findJoined(words))
    const length = ({ first, last }: NamedSpan) => last - first
    return found.filter(
      (span) =>
        !found.some(
          (other) =>
            length(other) > length(span) && other.first <= span.first && other.last >= span.last,
        ),
    )
  }

  #findBegun(words: string[]): NamedSpan[] {
    const keys = words.map(formKey)
    const last = words.length - 1
    const begun = words[last] ?? ''
    if (begun.length < BEGUN_MIN) return []
    return keys
      .slice(0, last)
      .flatMap((key, first) =>
        (this.#byFirstKey.get(key) ?? [])
          .filter(
            ({ words: own, keys: ownKeys }) =>
              first + own.length - 1 === last &&
              ownKeys.at(-1) !== keys[last] &&
              (own.at(-1) as string).startsWith(begun) &&
              ownKeys.slice(0, -1).every((one, step) => one === keys[first + step]),
          )
          .flatMap(({ names }) => names.map((name) => ({ first, last, name, unfinished: true }))),
      )
  }

  /** The names that the last word begins if they are written as one: "neurosymb" begins "neuro-symbolic". */
  #findJoined(words: string[]): NamedSpan[] {
    const last = words.length - 1
    const begun = words[last] ?? ''
    return (this.#byLetters.get(firstLetters(begun)) ?? [])
      .filter(
        ({ words: own }) =>
          own.join('').startsWith(begun) && begun.length >= (own[0] as string).length + BEGUN_MIN,
      )
      .flatMap(({ names }) => names.map((name) => ({ first: last, last, name, unfinished: true })))
  }
}

function firstLetters(word: string): string {
  return word.slice(0, JOINED_MIN)
}

function push(map: Map<string, KnownNames[]>, key: string, value: KnownNames): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
