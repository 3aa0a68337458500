import { sortKey } from '../shared/alphabet.ts'
import { analyse, type Word } from './analyse.ts'

export interface AnalysedTitle {
  words: Word[]
  /** The terms with blanks between them. */
  joined: string
}

/** The words of titles, each analysed when it is first asked for. */
export class TitleTable {
  readonly #titles: string[]
  readonly #known = new Map<number, AnalysedTitle>()
  readonly #keys = new Map<number, string>()

  constructor(titles: string[]) {
    this.#titles = titles
  }

  of(paper: number): AnalysedTitle {
    const known = this.#known.get(paper)
    if (known) return known
    const title = this.analyse(this.#titles[paper] ?? '')
    this.#known.set(paper, title)
    return title
  }

  /** By which titles are sorted. */
  keyOf(paper: number): string {
    const key = this.#keys.get(paper) ?? sortKey(this.#titles[paper] ?? '')
    this.#keys.set(paper, key)
    return key
  }

  analyse(text: string): AnalysedTitle {
    const words = analyse(text)
    return { words, joined: words.map(({ term }) => term).join(' ') }
  }
}
