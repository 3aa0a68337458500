import { byCodeUnit } from '../shared/code-unit-order.ts'
import { formKey } from './analyse.ts'

/** So many papers may have the same slip. */
const COMMON_LEAST = 3
/** Letters of a word that may have lost its first one. */
const LOST_FIRST_LEAST = 6
/** So many searches for near words are remembered. */
const NEAR_KEPT = 500

/** Rows of the table of distances, made once: a search for near words fills thousands of such tables. */
const ROWS: [number[], number[], number[]] = [[], [], []]

/** A term near a misspelt one, and how many edits away. */
export interface NearTerm {
  term: string
  distance: number
}

/** A word with the set of its letters. */
interface IndexedWord {
  term: string
  letters: number
}

/** All terms of an index: which belong together, which begin alike, which are spelt alike. */
export class Lexicon {
  /** Words in order, without the terms that stand for names. */
  readonly #words: string[]
  readonly #papersWith: ReadonlyMap<string, number>
  readonly #formsByKey = new Map<string, string[]>()
  /** By length and first letter, and by length and second letter. */
  readonly #byFirst = new Map<string, IndexedWord[]>()
  readonly #bySecond = new Map<string, IndexedWord[]>()
  /** What was found near words asked before: while a reader types, most words stay. */
  readonly #nearBefore = new Map<string, NearTerm[]>()
  readonly #papers: number

  /** `papersWith` says of each term how many of the index's `papers` have it. */
  constructor(papersWith: ReadonlyMap<string, number>, papers: number) {
    this.#papers = papers
    this.#papersWith = papersWith
    this.#words = [...papersWith.keys()].filter((term) => !/^[#+="@]/.test(term)).sort()
    for (const word of this.#words) {
      push(this.#formsByKey, formKey(word), word)
      const one = { term: word, letters: lettersOf(word) }
      push(this.#byFirst, `${word.length}${word.charAt(0)}`, one)
      push(this.#bySecond, `${word.length}${word.charAt(1)}`, one)
    }
  }

  has(term: string): boolean {
    return this.#papersWith.has(term)
  }

  papersWith(term: string): number {
    return this.#papersWith.get(term) ?? 0
  }

  /** Inverse document frequency as in BM25; a term that no paper has is rarer than any. */
  rarity(papersWith: number): number {
    const documents = Math.max(papersWith, 0.5)
    return Math.log(
      1 + (this.#papers - Math.min(documents, this.#papers) + 0.5) / (documents + 0.5),
    )
  }

  /** Whether more than a fifteenth of the papers is so many, and more than a few papers in any case. */
  isCommon(papersWith: number): boolean {
    return papersWith > Math.max(COMMON_LEAST, this.#papers / 15)
  }

  /** The words that share a key, in order. */
  forms(key: string): string[] {
    return this.#formsByKey.get(key) ?? []
  }

  /**
   * Words for one who does what a key's words say (`router`, `planners`), or what such a one does:
   * Porter's algorithm keeps short words in -er apart.
   */
  doers(key: string): string[] {
    const deeds = deedKeys(key).filter((deed) => this.#isDone(deed))
    return [...deeds, ...this.#doerKeys(key)].flatMap((other) => this.forms(other))
  }

  /** Only what is done as well has a doer: `layer` has nothing to do with `lay`. */
  #isDone(key: string): boolean {
    return this.forms(key).some((form) => form.endsWith('ing'))
  }

  #doerKeys(key: string): string[] {
    if (!this.#isDone(key)) return []
    const last = key.at(-1) as string
    return [`${key}${key.endsWith('e') ? 'r' : 'er'}`, `${key}${last}er`].filter((doer) =>
      this.#formsByKey.has(doer),
    )
  }

  /** The words that begin with a prefix, in order, the prefix itself among them. */
  startingWith(prefix: string): string[] {
    let low = 0
    let high = this.#words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#words[middle] as string) < prefix) low = middle + 1
      else high = middle
    }
    let end = low
    while (this.#words[end]?.startsWith(prefix)) end++
    return this.#words.slice(low, end)
  }

  /**
   * Words up to `most` edits away, nearest first, then by how seldom hurried hands slip so, then those that more
   * papers have.
   */
  near(word: string, most: number): readonly NearTerm[] {
    const asked = `${most} ${word}`
    const before = this.#nearBefore.get(asked)
    if (before) return before
    const found = this.#findNear(word, most)
    if (this.#nearBefore.size >= NEAR_KEPT) this.#nearBefore.clear()
    this.#nearBefore.set(asked, found)
    return found
  }

  /** Whether any word is up to `most` edits away. */
  hasNear(word: string, most: number): boolean {
    return this.#someNear(word, most, () => true)
  }

  /**
   * Whether one is wanted of the words that may be one with this, misspelt: slips seldom change the first letter, but swap it with
   * the next or lose it.
   */
  #someNear(word: string, most: number, isWanted: (near: NearTerm) => boolean): boolean {
    const first = word.charAt(0)
    const own = lettersOf(word)
    const isMet = ({ term, letters }: IndexedWord) => {
      // An edit adds one letter at most to the set, and takes one away at most.
      if (hasMoreBits(own & ~letters, most) || hasMoreBits(letters & ~own, most)) return false
      const distance = editDistance(word, term, most)
      return distance > 0 && distance <= most && isWanted({ term, distance })
    }
    for (let length = word.length - most; length <= word.length + most; length++) {
      if (this.#byFirst.get(length + first)?.some(isMet)) return true
      const mayBeLost = word.length >= LOST_FIRST_LEAST && word.length < length
      for (const one of this.#bySecond.get(length + first) ?? []) {
        const other = one.term.charAt(0)
        if (other !== first && (mayBeLost || other === word.charAt(1)) && isMet(one)) return true
      }
    }
    return false
  }

  #findNear(word: string, most: number): NearTerm[] {
    const found: NearTerm[] = []
    this.#someNear(word, most, (near) => {
      found.push(near)
      return false
    })
    return found.sort(
      (a, b) =>
        a.distance - b.distance ||
        unlikeliness(a.term, word) - unlikeliness(b.term, word) ||
        this.papersWith(b.term) - this.papersWith(a.term) ||
        byCodeUnit(a.term, b.term),
    )
  }
}

/** How many slips a word may have: one, or two in a long one. */
export function slipsMost(word: string): number {
  return word.length < 8 ? 1 : 2
}

function deedKeys(key: string): string[] {
  const deed = /^(.*[^e])er$/.exec(key)?.[1]
  if (deed === undefined) return []
  return [...new Set([deed, `${deed}e`, deed.replace(/([^aeiouls])\1$/, '$1')])]
}

/** How seldom a word is misspelt so: letters are swapped, or lost or added, rather than replaced by others. */
export function unlikeliness(near: string, word: string): number {
  return isReplaced(near, word) ? 2 : near.length === word.length ? 0 : 1
}

/** Whether letters of a word were replaced by others to get its neighbour, not lost, added or moved. */
export function isReplaced(near: string, word: string): boolean {
  return near.length === word.length && [...near].sort().join('') !== [...word].sort().join('')
}

/** The set of a word's letters, a bit each; all other characters share one. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26)
  }
  return letters
}

function hasMoreBits(set: number, most: number): boolean {
  let left = set
  for (let bit = 0; bit < most && left !== 0; bit++) left &= left - 1
  return left !== 0
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/**
 * Edits between two words: a letter added, lost or changed, or two neighbours swapped (optimal string
 * alignment; Damerau 1964). `most + 1` stands for more.
 */
export function editDistance(a: string, b: string, most: number): number {
  // What both begin and end with needs no edit.
  let start = 0
  let endA = a.length
  let endB = b.length
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  const width = endB - start
  if (Math.abs(endA - endB) > most) return most + 1
  let [beforeLast, last, row] = ROWS
  for (let j = 0; j <= width; j++) last[j] = j
  for (let i = 1; i <= endA - start; i++) {
    const letter = a.charCodeAt(start + i - 1)
    const before = a.charCodeAt(start + i - 2)
    row[0] = i
    let least = i
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(start + j - 1)
      let value = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (letter === other ? 0 : 1),
      )
      if (i > 1 && j > 1 && letter === b.charCodeAt(start + j - 2) && before === other)
        value = Math.min(value, (beforeLast[j - 2] as number) + 1)
      row[j] = value
      if (value < least) least = value
    }
    if (least > most) return most + 1
    ;[beforeLast, last, row] = [last, row, beforeLast]
  }
  return Math.min(last[width] as number, most + 1)
}
