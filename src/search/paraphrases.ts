import { analyse, formKey, STOP_WORDS } from './analyse.ts'
import type { ParaphraseIndex } from './index-files.ts'

/** How likely one paraphrase means a word that it has as asked. */
const BELIEF = 0.5

/** How likely a paper means a word that so many of its paraphrases have, from 0 to 1; each is one more sign. */
export function beliefInParaphrases(count: number): number {
  return 1 - (1 - BELIEF) ** count
}

/** The index of paraphrases, which are given by number of the paper, free ones apart; stop words are left out. */
export function indexParaphrases(texts: string[][], free: string[][] = []): ParaphraseIndex {
  const byKey = new Map<string, number[]>()
  const all = texts.map((own, paper) => [...own, ...(free[paper] ?? [])])
  for (const [number, text] of all.flat().entries()) {
    const words = analyse(text).filter(({ term }) => !STOP_WORDS.has(term))
    for (const key of new Set(words.map(({ term }) => formKey(term)))) {
      const numbers = byKey.get(key)
      if (numbers) numbers.push(number)
      else byKey.set(key, [number])
    }
  }
  return {
    counts: all.map(({ length }) => length),
    free: all.map((_, paper) => free[paper]?.length ?? 0),
    keys: [...byKey].map(([key, numbers]) => [
      key,
      ...numbers.map((number, at) => number - (numbers[at - 1] ?? 0)),
    ]),
  }
}

/** Finds papers by what they say in other words. */
export class ParaphraseTable {
  /** The paper of each paraphrase. */
  readonly #papers: number[]
  readonly #isFree: boolean[]
  readonly #gaps: Map<string, ParaphraseIndex['keys'][number]>
  /** Numbers of the paraphrases that have a key, of those asked for. */
  readonly #byKey = new Map<string, number[]>()

  constructor({ counts, free, keys }: ParaphraseIndex) {
    this.#isFree = counts.flatMap((count, paper) =>
      Array.from({ length: count }, (_, at) => at >= count - (free[paper] ?? 0)),
    )
    this.#papers = counts.flatMap((count, paper) => Array.from({ length: count }, () => paper))
    this.#gaps = new Map(keys.map((one) => [one[0], one]))
  }

  #having(key: string): number[] {
    const known = this.#byKey.get(key)
    if (known) return known
    const found = this.#gaps.get(key)
    if (!found) return []
    const [, ...gaps] = found
    let number = 0
    const numbers = gaps.map((gap) => {
      number += gap
      return number
    })
    this.#byKey.set(key, numbers)
    return numbers
  }

  /** How many papers have a key in a paraphrase. Free ones, which have rare words on purpose, tell if no other has it. */
  papersWith(key: string): number {
    const all = this.#having(key)
    const plain = all.filter((number) => !this.#isFree[number])
    const numbers = plain.length > 0 ? plain : all
    return new Set(numbers.map((number) => this.#papers[number])).size
  }

  /** Whether any paraphrase has a key, or with `free` unset one that is not free. */
  has(key: string, free: boolean): boolean {
    return this.#having(key).some((number) => free || !this.#isFree[number])
  }

  /**
   * The papers with paraphrases that have at least a share of the keys by their weights, from 0 to 1; for each how
   * many of these paraphrases have each key. With `free` unset, free ones are left out.
   */
  find(
    keys: { key: string; weight: number }[],
    { share, free }: { share: number; free: boolean },
  ): Map<number, number[]> {
    const places = new Map<number, number[]>()
    for (const [place, { key }] of keys.entries())
      for (const number of this.#having(key)) {
        if (this.#isFree[number] && !free) continue
        const own = places.get(number)
        if (own) own.push(place)
        else places.set(number, [place])
      }
    const whole = keys.reduce((sum, { weight }) => sum + weight, 0)
    const found = new Map<number, number[]>()
    for (const [number, own] of places) {
      const worth = own.reduce((sum, place) => sum + (keys[place]?.weight ?? 0), 0)
      if (worth < share * whole) continue
      const paper = this.#papers[number] as number
      const counts = found.get(paper) ?? keys.map(() => 0)
      for (const place of own) counts[place] = (counts[place] ?? 0) + 1
      found.set(paper, counts)
    }
    return found
  }
}
