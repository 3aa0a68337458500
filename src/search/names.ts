import type { Grade } from '../shared/model.ts'
import { formKey } from './analyse.ts'
import type { Name } from './index-files.ts'

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

/** Letters that a begun last word of a name must have. */
const BEGUN_MIN = 2

interface KnownName {
  name: Name
  words: string[]
  keys: string[]
}

/** Finds names in a row of words, whatever their number and ending. */
export class NameFinder {
  readonly #byFirstKey = new Map<string, KnownName[]>()

  constructor(names: Name[]) {
    for (const name of names) {
      const words = name.words.split(' ')
      const keys = words.map(formKey)
      this.#add(name, words, keys)
      // "Exiting early" asks for early exit.
      if (keys.length === 2 && keys[0] !== keys[1])
        this.#add(name, [...words].reverse(), [...keys].reverse())
    }
  }

  #add(name: Name, words: string[], keys: string[]): void {
    const first = keys[0] as string
    const others = this.#byFirstKey.get(first)
    const known = { name, words, keys }
    if (others) others.push(known)
    else this.#byFirstKey.set(first, [known])
  }

  /**
   * The names in a row of words. Of two, one inside the other, only the longer, unless `nested`; with
   * `growing` the last word may be begun.
   */
  find(
    words: string[],
    { growing = false, nested = false }: { growing?: boolean; nested?: boolean },
  ): NamedSpan[] {
    const keys = words.map(formKey)
    const found: NamedSpan[] = []
    for (const [first, key] of keys.entries())
      for (const { name, words: own, keys: ownKeys } of this.#byFirstKey.get(key) ?? []) {
        const last = first + ownKeys.length - 1
        if (last >= keys.length) continue
        const upToLast = ownKeys.slice(0, -1).every((own, step) => own === keys[first + step])
        if (!upToLast) continue
        if (ownKeys.at(-1) === keys[last]) found.push({ first, last, name, unfinished: false })
        else if (
          growing &&
          last === keys.length - 1 &&
          last > first &&
          (words[last] as string).length >= BEGUN_MIN &&
          (own.at(-1) as string).startsWith(words[last] as string)
        )
          found.push({ first, last, name, unfinished: true })
      }
    if (nested) return found
    const length = ({ first, last }: NamedSpan) => last - first
    return found.filter(
      (span) =>
        !found.some(
          (other) =>
            length(other) > length(span) && other.first <= span.first && other.last >= span.last,
        ),
    )
  }
}
